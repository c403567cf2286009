package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

final class FootprintFitTest {
    private static final Polygon TARGET = Footprints.rectangle(0, 0, 75, 65, 20);
    private static final Polygon NEIGHBOUR = Footprints.rectangle(135, 20, 80, 60, 20);
    private static final ResidualCovariance COVARIANCE = ResidualCovariance.of(0.25, 1.5, 60, 0.08, PointSpread.TIRS);
    private static final double IDLE = 0.36;
    private static final FootprintSet FOOTPRINTS = footprints(0);

    private static FootprintSet footprints(double accuracy) {
        return FootprintSet.of(
                List.of(
                        new TargetFootprint("target", TARGET, true, true, accuracy),
                        new TargetFootprint("neighbour", NEIGHBOUR, true, true, accuracy)),
                PointSpread.TIRS);
    }

    /** Samples with their positions. */
    private static final class Samples implements LocalSamples {
        private final SamplingGrid grid;
        private final double[] east;
        private final double[] north;
        private final double[] kelvin;

        Samples(SamplingGrid grid, double[] east, double[] north, double[] kelvin) {
            this.grid = grid;
            this.east = east;
            this.north = north;
            this.kelvin = kelvin;
        }

        SamplingGrid grid() {
            return grid;
        }

        @Override
        public int count() {
            return kelvin.length;
        }

        @Override
        public double east(int sample) {
            return east[sample];
        }

        @Override
        public double north(int sample) {
            return north[sample];
        }

        @Override
        public double kelvin(int sample) {
            return kelvin[sample];
        }

        /** Only the samples with an accepted easting. */
        Samples where(DoublePredicate easting) {
            int[] kept = IntStream.range(0, count())
                    .filter(s -> easting.test(east[s]))
                    .toArray();
            return new Samples(
                    grid,
                    IntStream.of(kept).mapToDouble(s -> east[s]).toArray(),
                    IntStream.of(kept).mapToDouble(s -> north[s]).toArray(),
                    IntStream.of(kept).mapToDouble(s -> kelvin[s]).toArray());
        }
    }

    /** A scene of simulated background with given excesses of the footprints. */
    private static Samples draw(Random random, double target, double neighbour, double backgroundShare) {
        SamplingGrid grid = new SamplingGrid(GridGeometry.usual(13), random.nextDouble(), random.nextDouble(), 0, 0);
        int side = 10;
        int n = side * side;
        double[] east = new double[n];
        double[] north = new double[n];
        for (int i = 0; i < n; i++) {
            double[] at = grid.positionOf(i % side - side / 2.0, Math.floorDiv(i, side) - side / 2.0);
            east[i] = at[0];
            north[i] = at[1];
        }
        FootprintResponse ofTarget = FootprintResponse.of(TARGET, PointSpread.TIRS);
        FootprintResponse ofNeighbour = FootprintResponse.of(NEIGHBOUR, PointSpread.TIRS);
        double[] kelvin = background(random, east, north);
        for (int i = 0; i < n; i++) {
            kelvin[i] = backgroundShare * kelvin[i]
                    + target * ofTarget.at(east[i], north[i])
                    + neighbour * ofNeighbour.at(east[i], north[i]);
        }
        return new Samples(grid, east, north, kelvin);
    }

    private static double[] background(Random random, double[] east, double[] north) {
        int n = east.length;
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double metres = Math.hypot(east[i] - east[j], north[i] - north[j]);
                matrix.set(i, j, COVARIANCE.variance() * (i == j ? 1 : COVARIANCE.correlation(metres)));
            }
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
        if (!cholesky.decompose(matrix)) {
            throw new IllegalStateException("a covariance is positive definite");
        }
        DMatrixRMaj root = cholesky.getT(null);
        double[] white = random.doubles(n).map(_ -> random.nextGaussian()).toArray();
        return IntStream.range(0, n)
                .mapToDouble(i -> IntStream.rangeClosed(0, i)
                        .mapToDouble(j -> root.get(i, j) * white[j])
                        .sum())
                .toArray();
    }

    private static MeasuredObservation target(FootprintSet footprints, Samples scene) {
        return FootprintFit.of(footprints, scene, scene.grid(), COVARIANCE, COVARIANCE.variance())
                .measure(IDLE)
                .getFirst();
    }

    private static MeasuredObservation.Measured measured(FootprintSet footprints, Samples scene) {
        MeasuredObservation excess = target(footprints, scene);
        assertThat(excess).isInstanceOf(MeasuredObservation.Measured.class);
        return (MeasuredObservation.Measured) excess;
    }

    @Test
    void aWarmFootprintNextToAHotOneIsEstimatedWithinItsError() {
        Random random = new Random(1);
        int draws = 200;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            MeasuredObservation.Measured found = measured(FOOTPRINTS, draw(random, 3, 8, 1));
            double z = (found.kelvin() - 3) / found.formalError();
            sum += z;
            squares += z * z;
        }

        assertThat(sum / draws).isCloseTo(0, within(3 / Math.sqrt(draws)));
        assertThat(Math.sqrt(squares / draws)).isCloseTo(1, within(0.15));
    }

    @Test
    void withoutBackgroundScatterTheExcessIsExact() {
        MeasuredObservation.Measured found = measured(FOOTPRINTS, draw(new Random(2), 3, 8, 0));

        assertThat(found.kelvin()).isCloseTo(3, within(0.05));
        assertThat(found.visibleFraction()).isCloseTo(1, within(1e-6));
    }

    @Test
    void aSceneThatScattersMoreHasLargerErrors() {
        Samples scene = draw(new Random(3), 0, 0, 1);

        double usual = error(scene, COVARIANCE.variance());
        double rough = error(scene, 9 * COVARIANCE.variance());

        assertThat(rough).isBetween(1.2 * usual, 3 * usual);
    }

    private static double error(Samples scene, double variance) {
        FootprintFit fit = FootprintFit.of(FOOTPRINTS, scene, scene.grid(), COVARIANCE, variance);
        return ((MeasuredObservation.Measured) fit.measure(IDLE).getFirst()).formalError();
    }

    @Test
    void aFootprintThatIsMostlyInvisibleIsHidden() {
        Samples scene = draw(new Random(4), 3, 0, 1);

        MeasuredObservation hidden = target(FOOTPRINTS, scene.where(east -> east < 0));

        assertThat(hidden).isInstanceOf(MeasuredObservation.Hidden.class);
        assertThat(hidden.visibleFraction()).isBetween(0.2, FootprintFit.SMALLEST_VISIBLE_FRACTION);
    }

    @Test
    void missingSamplesFarAwayDoNotHideTheFootprint() {
        Samples scene = draw(new Random(4), 3, 0, 1);

        assertThat(measured(FOOTPRINTS, scene.where(east -> east > -250)).visibleFraction())
                .isGreaterThan(0.99);
    }

    @Test
    void withoutSamplesThereIsNoExcess() {
        Samples scene = draw(new Random(4), 3, 0, 1);

        MeasuredObservation hidden = target(FOOTPRINTS, scene.where(_ -> false));

        assertThat(hidden).isEqualTo(new MeasuredObservation.Hidden(MeasuredObservation.Hidden.UNSEEN, 0));
    }

    @Test
    void theOutlineErrorIsProportionalToTheExcess() {
        Samples cold = draw(new Random(6), 0, 0, 0.3);
        Samples hot = draw(new Random(6), 12, 0, 0.3);

        assertThat(measured(FOOTPRINTS, hot).outlineError()).isZero();
        assertThat(measured(footprints(30), hot).outlineError())
                .isGreaterThan(3 * measured(footprints(30), cold).outlineError())
                .isGreaterThan(0.5);
        assertThat(measured(footprints(30), hot).kelvin())
                .isEqualTo(measured(FOOTPRINTS, hot).kelvin());
        assertThat(measured(footprints(30), hot).formalError())
                .isEqualTo(measured(FOOTPRINTS, hot).formalError());
    }

    @Test
    void theUncertainOutlineOfAHotNeighbourAddsToTheOutlineError() {
        Samples cold = draw(new Random(7), 0, 0, 0.3);
        Samples nextToHot = draw(new Random(7), 0, 12, 0.3);

        assertThat(measured(footprints(30), nextToHot).outlineError())
                .isGreaterThan(1.5 * measured(footprints(30), cold).outlineError());
    }

    @Test
    void aFootprintThatIsOnlyANeighbourIsNotMeasured() {
        FootprintSet footprints = FootprintSet.of(
                List.of(
                        new TargetFootprint("target", TARGET, true, true, 0),
                        new TargetFootprint("neighbour", NEIGHBOUR, false, true, 0)),
                PointSpread.TIRS);
        Samples scene = draw(new Random(8), 3, 8, 1);

        List<MeasuredObservation> excesses = FootprintFit.of(
                        footprints, scene, scene.grid(), COVARIANCE, COVARIANCE.variance())
                .measure(IDLE);

        assertThat(excesses.getFirst()).isInstanceOf(MeasuredObservation.Measured.class);
        assertThat(excesses.getLast()).isInstanceOf(MeasuredObservation.Hidden.class);
    }
}
