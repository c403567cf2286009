package org.heatwatch.estimation.hotspot;

import java.util.Arrays;
import org.heatwatch.estimation.fit.LocalSamples;
import org.heatwatch.sampling.SamplingGrid;

/** The samples of one scene by their indices on the grid, in effective kelvin. Sources can be taken off and put back. */
final class SampleRaster {
    private final int firstAcross;
    private final int firstAlong;
    private final int columns;
    private final int rows;
    private final double[] kelvin;

    SampleRaster(LocalSamples samples, SamplingGrid grid) {
        int n = samples.count();
        int[] across = new int[n];
        int[] along = new int[n];
        for (int s = 0; s < n; s++) {
            double[] index = grid.indexOf(samples.east(s), samples.north(s));
            across[s] = (int) Math.rint(index[0]);
            along[s] = (int) Math.rint(index[1]);
        }
        firstAcross = Arrays.stream(across).min().orElse(0);
        firstAlong = Arrays.stream(along).min().orElse(0);
        columns = Arrays.stream(across).max().orElse(-1) - firstAcross + 1;
        rows = Arrays.stream(along).max().orElse(-1) - firstAlong + 1;
        kelvin = new double[columns * rows];
        Arrays.fill(kelvin, Double.NaN);
        for (int s = 0; s < n; s++) {
            kelvin[(along[s] - firstAlong) * columns + across[s] - firstAcross] = samples.kelvin(s);
        }
    }

    /** Effective kelvin; not a number where there is no sample. */
    double at(int across, int along) {
        int i = across - firstAcross;
        int j = along - firstAlong;
        return i < 0 || j < 0 || i >= columns || j >= rows ? Double.NaN : kelvin[j * columns + i];
    }

    /** Adds so many times a source; a negative number takes it off. */
    void add(FilterBank bank, HeatSource source, double times) {
        double amount = times * source.kelvinSquareMetres();
        int reach = bank.responseSamples();
        int u = (int) Math.rint(source.across());
        int v = (int) Math.rint(source.along());
        for (int along = Math.max(firstAlong, v - reach);
                along <= Math.min(firstAlong + rows - 1, v + reach);
                along++) {
            for (int across = Math.max(firstAcross, u - reach);
                    across <= Math.min(firstAcross + columns - 1, u + reach);
                    across++) {
                kelvin[(along - firstAlong) * columns + across - firstAcross] +=
                        amount * bank.response(across - source.across(), along - source.along());
            }
        }
    }
}
