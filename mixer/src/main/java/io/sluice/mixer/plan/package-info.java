/**
 * From a recipe and an inventory to a plan: how many tokens each component of each stage has, how
 * often each is seen, and what is missing. Plain Java; {@code mixer.spark} and {@code jobs} call
 * it.
 *
 * <ul>
 *   <li>{@link io.sluice.mixer.plan.Recipe}, {@link io.sluice.mixer.plan.StageSpec}, {@link
 *       io.sluice.mixer.plan.ComponentSpec}: what is asked for
 *   <li>{@link io.sluice.mixer.plan.InventorySpec}: how the corpus is measured
 *   <li>{@link io.sluice.mixer.plan.LevelCuts}, {@link io.sluice.mixer.plan.TierCuts}: percentile
 *       integers to {@link io.sluice.mixer.plan.Level} and {@link io.sluice.mixer.plan.Tier}
 *   <li>{@link io.sluice.mixer.plan.ScoreBins}, {@link io.sluice.mixer.plan.Percentiles}: raw
 *       scores to percentile integers
 *   <li>{@link io.sluice.mixer.plan.Facts}, {@link io.sluice.mixer.plan.Classifier}: a document to
 *       its {@link io.sluice.mixer.plan.CellKey}
 *   <li>{@link io.sluice.mixer.plan.Inventory}, {@link io.sluice.mixer.plan.Cell}: what there is
 *   <li>{@link io.sluice.mixer.plan.ComponentMatcher}: which component a cell belongs to
 *   <li>{@link io.sluice.mixer.plan.Planner}: recipe and inventory to {@link
 *       io.sluice.mixer.plan.Plan}
 *   <li>{@link io.sluice.mixer.plan.PlanTable}, {@link io.sluice.mixer.plan.PlanComparison}: for
 *       people to read
 *   <li>{@link io.sluice.mixer.plan.Selector}: which documents the plan takes, and how often
 * </ul>
 */
package io.sluice.mixer.plan;
