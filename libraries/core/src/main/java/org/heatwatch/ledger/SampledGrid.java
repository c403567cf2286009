package org.heatwatch.ledger;

import org.heatwatch.numbers.Finite;
import org.heatwatch.sampling.SamplingGrid;

/** Result of the search for the native sampling grid of a scene. */
public sealed interface SampledGrid {

    /**
     * The grid was found.
     *
     * @param grid with phases between 0 and 1
     * @param residual root mean square residual of the pixels, W/(m2 sr um)
     */
    record Resolved(SamplingGrid grid, double residual) implements SampledGrid {
        public Resolved {
            Finite.require(grid.phaseAcross(), "the phase across track");
            Finite.require(grid.phaseAlong(), "the phase along track");
            Finite.require(grid.originEast(), "the easting of the grid");
            Finite.require(grid.originNorth(), "the northing of the grid");
            if (!(residual >= 0 && Double.isFinite(residual))) {
                throw new IllegalArgumentException(
                        "the residual is " + residual + ", not a finite number of 0 or more");
            }
        }
    }

    /**
     * No plausible grid was found.
     *
     * @param reason text for people
     */
    record Unresolved(String reason) implements SampledGrid {}
}
