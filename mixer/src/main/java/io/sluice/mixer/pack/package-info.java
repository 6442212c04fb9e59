/**
 * Documents to rows of one length, over lengths alone: a row is counted without its tokens. Knows
 * no Spark, no files and no tokens; {@code mixer.shard} and {@code mixer.spark} call it.
 *
 * <p>{@link io.sluice.mixer.pack.Packing} chooses between {@link io.sluice.mixer.pack.ConcatChop}
 * and {@link io.sluice.mixer.pack.BestFit}, the two {@link io.sluice.mixer.pack.Packer}s; {@link
 * io.sluice.mixer.pack.Piece} is a part of a document in a row; {@link
 * io.sluice.mixer.pack.RowSink} takes rows; {@link io.sluice.mixer.pack.Capacities} is best-fit's
 * segment tree.
 */
package io.sluice.mixer.pack;
