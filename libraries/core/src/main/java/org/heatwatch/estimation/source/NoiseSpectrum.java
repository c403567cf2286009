package org.heatwatch.estimation.source;

import java.util.List;
import org.heatwatch.estimation.composite.CompositeRaster;

/**
 * Isotropic power spectrum of the noise of a detrended composite, from the contributions of its reference scenes: noise
 * from the scatter in time, since the spectrum of the composite itself would contain the heat sources.
 */
final class NoiseSpectrum {
    /** Width of a ring of frequencies, in cycles per metre. */
    private static final double RING = 1.0 / 1500;

    /** Power that the noise has at least, relative to the largest: the splines pass nothing of the finest waves. */
    private static final double FLOOR = 1e-4;

    private final double[] power;

    private NoiseSpectrum(double[] power) {
        this.power = power;
    }

    /**
     * Power per cell, so that its mean over all frequencies is the variance of the composite.
     *
     * @param contributions detrended; the sum of their squared values is the variance
     */
    static NoiseSpectrum of(List<CompositeRaster> contributions, FourierPlane plane) {
        int rings = (int) Math.ceil(plane.frequency(plane.size() / 2, plane.size() / 2) / RING) + 1;
        double[] sum = new double[rings];
        double[] count = new double[rings];
        int[][] ringOf = new int[plane.size()][plane.size()];
        for (int row = 0; row < plane.size(); row++) {
            for (int column = 0; column < plane.size(); column++) {
                ringOf[row][column] = (int) Math.rint(plane.frequency(row, column) / RING);
                count[ringOf[row][column]]++;
            }
        }
        List<CompositeRaster> tapered =
                contributions.stream().map(NoiseSpectrum::tapered).toList();
        for (double[] ofTwo : plane.powers(tapered, power -> ringSums(power, ringOf, rings))) {
            for (int ring = 0; ring < rings; ring++) {
                sum[ring] += ofTwo[ring];
            }
        }
        double largest = 0;
        for (int ring = 0; ring < rings; ring++) {
            sum[ring] = count[ring] > 0 ? sum[ring] / count[ring] : 0;
            largest = Math.max(largest, sum[ring]);
        }
        for (int ring = 0; ring < rings; ring++) {
            sum[ring] = Math.max(sum[ring], FLOOR * largest);
        }
        return new NoiseSpectrum(sum);
    }

    private static double[] ringSums(double[][] power, int[][] ringOf, int rings) {
        double[] sums = new double[rings];
        for (int row = 0; row < power.length; row++) {
            for (int column = 0; column < power.length; column++) {
                sums[ringOf[row][column]] += power[row][column];
            }
        }
        return sums;
    }

    /** A raster that falls to zero at its edges, with unchanged power. */
    private static CompositeRaster tapered(CompositeRaster contribution) {
        double[] taperColumns = hann(contribution.columns());
        double[] taperRows = hann(contribution.rows());
        double[] tapered = new double[contribution.values().length];
        double scale = 1 / Math.sqrt(energy(taperColumns) * energy(taperRows));
        for (int row = 0; row < contribution.rows(); row++) {
            for (int column = 0; column < contribution.columns(); column++) {
                int at = row * contribution.columns() + column;
                tapered[at] = contribution.values()[at] * scale * taperColumns[column] * taperRows[row];
            }
        }
        return contribution.with(tapered);
    }

    private static double energy(double[] taper) {
        double energy = 0;
        for (double value : taper) {
            energy += value * value;
        }
        return energy;
    }

    private static double[] hann(int length) {
        double[] window = new double[length];
        for (int i = 0; i < length; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / length);
        }
        return window;
    }

    /** Power per cell at a frequency, in cycles per metre. */
    double at(double cyclesPerMetre) {
        double ring = cyclesPerMetre / RING;
        int below = (int) Math.min(power.length - 1, ring);
        int above = Math.min(power.length - 1, below + 1);
        double share = Math.clamp(ring - below, 0, 1);
        return (1 - share) * power[below] + share * power[above];
    }
}
