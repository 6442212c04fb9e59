/** What {@code tests/bench} runs; no tests. */
package io.sluice.bench;
