/**
 * The data files behind code rules: small YAML files in the jar, each replaceable by a file of the
 * same name in a configured folder. Used by the other packages of this module only.
 *
 * <p>{@link io.sluice.codecorpus.data.DataFiles} finds a file's text; {@link
 * io.sluice.codecorpus.data.DataMap} is a parsed file, read by key with errors that name file and
 * key.
 */
package io.sluice.codecorpus.data;
