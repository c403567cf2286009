package org.heatwatch.source;

import java.util.List;

/**
 * Result of a search for heat sources.
 *
 * @param sources as published
 * @param histories observations of each source, in the same order
 * @param composite map of the period
 */
public record SourceReport(SiteSources sources, List<SourceHistory> histories, CompositeMap composite) {

    public SourceReport {
        histories = List.copyOf(histories);
    }
}
