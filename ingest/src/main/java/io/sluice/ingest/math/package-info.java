/**
 * Formulas in MathML as LaTeX. Knows no Spark.
 *
 * <p>{@link io.sluice.ingest.math.MathMl} is what other packages call. Within: {@code Presentation}
 * writes presentation MathML, with {@code Limits} and {@code Tables} for what stands over, under
 * and in cells, {@code Content} content MathML by the tables of {@code Operators} and {@code
 * Written}; both write to a {@code TexBuffer}. {@code Symbols}, {@code Alphanumerics} and {@code
 * Spaces} hold the tables, {@code Elements} asks the tree.
 */
package io.sluice.ingest.math;
