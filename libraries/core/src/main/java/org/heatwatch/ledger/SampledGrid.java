package org.heatwatch.ledger;

import org.heatwatch.sampling.SamplingGrid;

/** What a reading found of the native grid. */
public sealed interface SampledGrid {

    /**
     * The grid was found.
     *
     * @param grid with phases between 0 and 1
     * @param residual root mean square of what the samples leave over of the pixels, W/(m2 sr um)
     */
    record Resolved(SamplingGrid grid, double residual) implements SampledGrid {
        public Resolved {
            if (!(residual >= 0 && Double.isFinite(residual))) {
                throw new IllegalArgumentException("no residual: " + residual);
            }
        }
    }

    /**
     * No grid that can be believed.
     *
     * @param reason in words, for people
     */
    record Unresolved(String reason) implements SampledGrid {}
}
