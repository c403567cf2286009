package org.heatwatch.validation;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.heatwatch.simulator.Atmosphere;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.NativeSamples;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.Settings;

/**
 * The covariance of what a scene adds to the ground, as the simulator really draws it: the same fields, roads and roofs
 * vary together, so that it is another one at every place. Estimated from draws on a lattice fine enough for what the
 * point spread lets through.
 */
final class LandscapeClutter {
    private static final int DRAWS = 500;
    private static final double LATTICE_METRES = 45;
    private static final int TAPS = 4;

    private final NativeGrid lattice = new NativeGrid(
                    SceneSimulator.DAY_ROTATION, LATTICE_METRES, LATTICE_METRES, 0, 0, 0, 0, 0, 0)
            .about(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH);
    private final List<NativeSamples> draws;
    private final double level;
    private final double perKelvin;

    private LandscapeClutter(SceneSimulator ground, ArchiveRecipe recipe, long seed) {
        SceneSimulator flat = ground.size(InnerSquare.SIDE, InnerSquare.SIDE)
                .with(s -> s.withContrast(0)
                        .withNoiseKelvin(0)
                        .withSceneClutterKelvin(recipe.clutterShare() * recipe.staticKelvin()));
        SceneSimulator varied =
                flat.landscape(SimulatedArchive.landscape(recipe, seed)).grid(lattice);
        Settings settings = varied.simulate(0).settings();
        Atmosphere air = settings.atmosphere();
        level = air.topOfAtmosphere(settings.satellite().planck().radiance(settings.meanKelvin()));
        perKelvin = air.transmittance()
                * air.emissivity()
                * settings.satellite().planck().slope(settings.meanKelvin());
        draws = IntStream.range(0, DRAWS)
                .parallel()
                .mapToObj(i -> varied.simulate(Seeds.seed(seed, "clutter " + i)).samples())
                .toList();
    }

    static LandscapeClutter of(SimulatedArchive archive) {
        return new LandscapeClutter(
                SimulatedArchive.ground(archive.recipe(), archive.seed(), archive.spread()),
                archive.recipe(),
                archive.seed());
    }

    /** In square kelvin of the ground, of samples at these places. */
    DMatrixRMaj covariance(double[] east, double[] north) {
        DMatrixRMaj values = new DMatrixRMaj(east.length, DRAWS);
        for (int i = 0; i < east.length; i++) {
            double u = lattice.across(east[i], north[i]);
            double v = lattice.along(east[i], north[i]);
            int column = (int) Math.floor(u) - 1;
            int row = (int) Math.floor(v) - 1;
            double[] across = cubic(u - column - 1);
            double[] along = cubic(v - row - 1);
            for (int draw = 0; draw < DRAWS; draw++) {
                NativeSamples field = draws.get(draw);
                double sum = 0;
                for (int tap = 0; tap < TAPS * TAPS; tap++) {
                    sum += across[tap % TAPS]
                            * along[Math.floorDiv(tap, TAPS)]
                            * field.radiance(column + tap % TAPS, row + Math.floorDiv(tap, TAPS));
                }
                values.set(i, draw, (sum - level) / perKelvin);
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(east.length, east.length);
        CommonOps_DDRM.multTransB(1.0 / DRAWS, values, values, covariance);
        return covariance;
    }

    /** Weights of four neighbours for a place between the middle two, by cubic convolution. */
    private static double[] cubic(double f) {
        return new double[] {
            ((-0.5 * f + 1) * f - 0.5) * f,
            (1.5 * f - 2.5) * f * f + 1,
            ((-1.5 * f + 2) * f + 0.5) * f,
            (0.5 * f - 0.5) * f * f
        };
    }
}
