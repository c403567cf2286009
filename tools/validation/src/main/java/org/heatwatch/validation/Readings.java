package org.heatwatch.validation;

import java.util.Optional;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.Recovery;

/** How the samples of a delivered image are come by. Safe to use from several threads. */
public interface Readings {
    /**
     * What is read from an image.
     *
     * @param samples present if the grid is resolved
     */
    record Reading(SampledGrid grid, Optional<StoredSamples> samples) {}

    /** Reads an image whose counts have this scaling to W/(m2 sr um). */
    Reading read(DeliveredImage image, Scaling scaling);

    /** No samples at all, for methods that look at pixels only or know the truth: it saves four fifths of the time. */
    static Readings none() {
        return (_, _) -> new Reading(new SampledGrid.Unresolved("not looked for"), Optional.empty());
    }

    /** As the intake reads a scene of which it knows nothing but the orbit. */
    static Readings blind(double rotationDegrees) {
        return (image, scaling) -> {
            Recovery recovery = GridRecovery.recover(
                    image.inCounts(scaling.multiplier(), scaling.offset()), GridPrior.ofOrbit(rotationDegrees));
            return switch (recovery) {
                case Recovery.Resolved resolved ->
                    new Reading(
                            new SampledGrid.Resolved(
                                    resolved.samples().grid(),
                                    resolved.samples().residual() * scaling.multiplier()),
                            Optional.of(StoredSamples.of(resolved.samples(), scaling)));
                case Recovery.Unresolved unresolved ->
                    new Reading(new SampledGrid.Unresolved(unresolved.reason()), Optional.empty());
            };
        };
    }
}
