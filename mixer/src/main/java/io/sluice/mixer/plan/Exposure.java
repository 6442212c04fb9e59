package io.sluice.mixer.plan;

import io.sluice.ingest.model.Kind;

/**
 * How often documents of one kind and quality are seen over all stages together. Gains from
 * repeating fade after about four epochs (arXiv 2412.02595), whichever stage repeats.
 *
 * @param kind the kind
 * @param quality {@code tier high} and the like for documents with a tier score, else the level
 * @param available tokens there are
 * @param planned tokens planned in all stages
 * @param epochs planned over available
 */
public record Exposure(Kind kind, String quality, long available, long planned, double epochs) {}
