package org.heatwatch.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Scenes of a larger site: the ground of simulated scenes, repeated over a square. */
final class TiledScenes {
    /** Share of the width of a clip that is repeated: at its edges some samples are missing. */
    private static final double REPEATED = 0.9;

    private TiledScenes() {}

    /** Scenes whose samples cover a square with the same centre. */
    static List<SampledScene> of(List<SampledScene> scenes, double sideMetres) {
        return scenes.parallelStream().map(scene -> of(scene, sideMetres)).toList();
    }

    private static SampledScene of(SampledScene scene, double sideMetres) {
        return new SampledScene(
                scene.scene(),
                scene.samples()
                        .map(stored -> StoredSamples.of(
                                tiled(scene.nativeSamples().orElseThrow(), sideMetres), new Scaling(1, 0, 0))));
    }

    private record Index(int across, int along) {
        static Index at(double[] fractional) {
            return new Index((int) Math.rint(fractional[0]), (int) Math.rint(fractional[1]));
        }
    }

    private static NativeSamples tiled(NativeSamples samples, double sideMetres) {
        SamplingGrid grid = samples.grid();
        Map<Index, Double> values = new HashMap<>();
        Envelope extent = new Envelope();
        for (int s = 0; s < samples.count(); s++) {
            values.put(new Index(samples.across(s), samples.along(s)), samples.value(s));
            extent.expandToInclude(samples.east(s), samples.north(s));
        }
        Coordinate middle = extent.centre();
        double period = REPEATED * Math.min(extent.getWidth(), extent.getHeight());
        Index centre = Index.at(grid.indexOf(middle.x, middle.y));
        int reach = (int) Math.ceil(sideMetres / grid.geometry().acrossMetres());
        int[] across = new int[4 * reach * reach];
        int[] along = new int[across.length];
        double[] value = new double[across.length];
        int count = 0;
        for (int v = centre.along() - reach; v < centre.along() + reach; v++) {
            for (int u = centre.across() - reach; u < centre.across() + reach; u++) {
                double[] at = grid.positionOf(u, v);
                double east = at[0] - middle.x;
                double north = at[1] - middle.y;
                if (Math.max(Math.abs(east), Math.abs(north)) <= sideMetres / 2) {
                    Optional<Double> found = Optional.ofNullable(values.get(Index.at(
                            grid.indexOf(middle.x + wrapped(east, period), middle.y + wrapped(north, period)))));
                    if (found.isPresent()) {
                        across[count] = u;
                        along[count] = v;
                        value[count++] = found.get();
                    }
                }
            }
        }
        return NativeSamples.of(
                grid,
                samples.residual(),
                Arrays.copyOf(across, count),
                Arrays.copyOf(along, count),
                Arrays.copyOf(value, count));
    }

    /** A distance from the centre, less whole periods. */
    private static double wrapped(double metres, double period) {
        return metres - period * Math.rint(metres / period);
    }
}
