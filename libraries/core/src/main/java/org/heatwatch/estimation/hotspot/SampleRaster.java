package org.heatwatch.estimation.hotspot;

import java.util.Arrays;
import org.heatwatch.estimation.fit.LocalSamples;
import org.heatwatch.sampling.SamplingGrid;

/**
 * The samples of one scene by their indices on the grid, in effective kelvin. Sources can be subtracted and added back.
 */
final class SampleRaster {
    private final int firstAcross;
    private final int firstAlong;
    private final int columns;
    private final int rows;
    private final double[] kelvin;

    private SampleRaster(int firstAcross, int firstAlong, int columns, int rows) {
        this.firstAcross = firstAcross;
        this.firstAlong = firstAlong;
        this.columns = columns;
        this.rows = rows;
        this.kelvin = new double[columns * rows];
        Arrays.fill(kelvin, Double.NaN);
    }

    static SampleRaster of(LocalSamples samples, SamplingGrid grid) {
        int count = samples.count();
        int[] across = new int[count];
        int[] along = new int[count];
        for (int s = 0; s < count; s++) {
            double[] index = grid.indexOf(samples.east(s), samples.north(s));
            across[s] = (int) Math.rint(index[0]);
            along[s] = (int) Math.rint(index[1]);
        }
        int firstAcross = Arrays.stream(across).min().orElse(0);
        int firstAlong = Arrays.stream(along).min().orElse(0);
        int columns = Arrays.stream(across).max().orElse(-1) - firstAcross + 1;
        int rows = Arrays.stream(along).max().orElse(-1) - firstAlong + 1;
        SampleRaster raster = new SampleRaster(firstAcross, firstAlong, columns, rows);
        for (int s = 0; s < count; s++) {
            raster.kelvin[(along[s] - firstAlong) * columns + across[s] - firstAcross] = samples.kelvin(s);
        }
        return raster;
    }

    /** Effective kelvin; NaN where there is no sample. */
    double at(int across, int along) {
        int i = across - firstAcross;
        int j = along - firstAlong;
        return i < 0 || j < 0 || i >= columns || j >= rows ? Double.NaN : kelvin[j * columns + i];
    }

    /** Adds a source times a factor; a factor of -1 subtracts it. */
    void add(SourceImage image, PointSource source, double factor) {
        double amount = factor * source.kelvinSquareMetres();
        int reach = image.responseSamples();
        int u = (int) Math.rint(source.across());
        int v = (int) Math.rint(source.along());
        for (int along = Math.max(firstAlong, v - reach);
                along <= Math.min(firstAlong + rows - 1, v + reach);
                along++) {
            for (int across = Math.max(firstAcross, u - reach);
                    across <= Math.min(firstAcross + columns - 1, u + reach);
                    across++) {
                kelvin[(along - firstAlong) * columns + across - firstAcross] +=
                        amount * image.response(across - source.across(), along - source.along());
            }
        }
    }
}
