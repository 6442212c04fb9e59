package io.sluice.mixer.plan;

/**
 * A group of a component's documents that are seen equally often.
 *
 * @param group its name, see {@link Grouping#names()}
 * @param documents documents available
 * @param available their tokens
 * @param epochs how often each is seen, at least 0; a fraction is a hashed part of them
 * @param planned tokens planned: available times epochs, rounded down
 */
public record GroupPlan(
    String group, long documents, long available, double epochs, long planned) {}
