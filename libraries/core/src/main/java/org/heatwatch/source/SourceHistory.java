package org.heatwatch.source;

import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.history.FeatureHistory;

/**
 * A source and its observations.
 *
 * @param id of the source
 * @param place where it was found in the composite
 * @param history observations, one for each overpass, of a square of {@link SourceFootprint#SQUARE_METRES} at the
 *     place,
 *     fitted together with all other sources; its feature has the id of the source
 * @param span time in which it was warm
 */
public record SourceHistory(String id, LocatedSource place, FeatureHistory history, ActivitySpan span) {}
