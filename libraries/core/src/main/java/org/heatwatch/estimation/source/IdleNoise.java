package org.heatwatch.estimation.source;

import java.util.List;
import org.heatwatch.estimation.composite.Composite;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * What the reference scenes of a composite say about its noise.
 *
 * @param contributions of the reference scenes to the noise, detrended; the sum of their squared values is the variance
 * @param spectrum of their power
 */
record IdleNoise(List<CompositeRaster> contributions, FourierPlane plane, NoiseSpectrum spectrum) {
    IdleNoise {
        contributions = List.copyOf(contributions);
    }

    static IdleNoise of(Composite composite) {
        List<CompositeRaster> contributions = composite.idleContributions().parallelStream()
                .map(Detrending::of)
                .toList();
        FourierPlane plane = FourierPlane.of(contributions.getFirst());
        return new IdleNoise(contributions, plane, NoiseSpectrum.of(contributions, plane));
    }

    /** Rasters of one size, each wave of them divided by the power of the noise. */
    List<CompositeRaster> dividedByPower(List<CompositeRaster> rasters) {
        return plane.filter(rasters, plane.factors(frequency -> 1 / spectrum.at(frequency)));
    }
}
