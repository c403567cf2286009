package org.heatwatch.validation;

import java.util.Optional;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.GridPrior;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.Recovery;

/** Extracts native samples from delivered images. Implementations are thread-safe. */
public interface SimulatedSampleExtraction {
    /**
     * Grid and samples of an image.
     *
     * @param grid the recovered grid, or why it is unresolved
     * @param samples present if the grid is resolved
     */
    record ExtractedSamples(SampledGrid grid, Optional<StoredSamples> samples) {}

    /** Extracts the samples of an image whose counts have this scaling to W/(m2 sr um). */
    ExtractedSamples extract(DeliveredImage image, Scaling scaling);

    /** Extracts nothing, for methods that use only pixels or the truth; saves four fifths of the time. */
    static SimulatedSampleExtraction none() {
        return (_, _) -> new ExtractedSamples(new SampledGrid.Unresolved("not searched for"), Optional.empty());
    }

    /** Extraction as in the intake, with no prior knowledge but the rotation predicted by the orbit. */
    static SimulatedSampleExtraction blind(double rotationDegrees) {
        return (image, scaling) -> {
            Recovery recovery = GridRecovery.recover(
                    image.inCounts(scaling.multiplier(), scaling.offset()), GridPrior.ofOrbit(rotationDegrees));
            return switch (recovery) {
                case Recovery.Resolved resolved ->
                    new ExtractedSamples(
                            new SampledGrid.Resolved(
                                    resolved.samples().grid(),
                                    resolved.samples().residual() * scaling.multiplier()),
                            Optional.of(StoredSamples.of(resolved.samples(), scaling)));
                case Recovery.Unresolved unresolved ->
                    new ExtractedSamples(new SampledGrid.Unresolved(unresolved.reason()), Optional.empty());
            };
        };
    }
}
