package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.heatwatch.estimation.linear.GeneralisedLeastSquares;
import org.junit.jupiter.api.Test;

final class LocalPatchTest {
    private static final SingleSceneCovariance COVARIANCE = new SingleSceneCovariance(9, 120, 0.05);
    private static final FieldDraw FIELD = new FieldDraw(7, COVARIANCE);
    private static final FootprintResponse FOOTPRINT =
            FootprintResponse.of(Footprints.rectangle(200, 350, 90, 60, 15), PointSpread.TIRS);

    /** The samples with a number of equal columns of one footprint, and a plane. */
    private static LocalPatch patch(LocalSamples scene, int copies) {
        int[] all = IntStream.range(0, scene.count()).toArray();
        double[] response = Arrays.stream(all)
                .mapToDouble(s -> FOOTPRINT.at(scene.east(s), scene.north(s)))
                .toArray();
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            columns.add(response.clone());
        }
        columns.addAll(LocalPatch.plane(scene, all));
        return LocalPatch.of(scene, all, columns, columns.size());
    }

    private static Optional<GeneralisedLeastSquares.Solution> solved(LocalPatch patch) {
        double[] free = new double[patch.freeColumns()];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        return patch.normal(COVARIANCE)
                .solve(COVARIANCE.variance(), new double[free.length], free)
                .filter(GeneralisedLeastSquares.Solution::isWellConditioned);
    }

    private static GeneralisedLeastSquares.ResidualSum remainder(LocalPatch patch) {
        return patch.residual(COVARIANCE).orElseThrow();
    }

    @Test
    void anExcessOnAPlaneIsEstimatedExactly() {
        FieldDraw.Field places = FIELD.draw(new SplittableRandom(1));
        List<Double> values = IntStream.range(0, places.count())
                .mapToObj(s -> 22000
                        + 0.3 * places.east(s)
                        - 0.2 * places.north(s)
                        + 140 * FOOTPRINT.at(places.east(s), places.north(s)))
                .toList();
        LocalPatch patch = patch(places.withValues(values), 1);

        assertThat(solved(patch).orElseThrow().estimate(0)).isCloseTo(140, within(1e-6));
        assertThat(remainder(patch).sumOfSquares()).isCloseTo(0, within(1e-4));
        assertThat(remainder(patch).degreesOfFreedom()).isEqualTo(49 - 4);
    }

    @Test
    void underTheTrueModelErrorAndSumOfSquaresAreAsExpected() {
        SplittableRandom random = new SplittableRandom(8);
        int draws = 400;
        double squares = 0;
        double sum = 0;
        double left = 0;
        for (int i = 0; i < draws; i++) {
            LocalPatch patch = patch(FIELD.draw(random), 1);
            GeneralisedLeastSquares.Solution solution = solved(patch).orElseThrow();
            double z = solution.estimate(0) / Math.sqrt(solution.variance(0));
            sum += z;
            squares += z * z;
            left += remainder(patch).sumOfSquares()
                    / COVARIANCE.variance()
                    / remainder(patch).degreesOfFreedom();
        }

        assertThat(sum / draws).isCloseTo(0, within(0.15));
        assertThat(Math.sqrt(squares / draws)).isCloseTo(1, within(0.1));
        assertThat(left / draws).isCloseTo(1, within(0.03));
    }

    @Test
    void equalColumnsAreNotWellConditioned() {
        assertThat(solved(patch(FIELD.draw(new SplittableRandom(1)), 2))).isEmpty();
    }

    @Test
    void fewerSamplesThanUnknownsGiveNoResidual() {
        FieldDraw.Field field = FIELD.draw(new SplittableRandom(1));
        int[] three = {0, 1, 2};
        List<double[]> plane = LocalPatch.plane(field, three);

        assertThat(LocalPatch.of(field, three, plane, plane.size()).residual(COVARIANCE))
                .isEmpty();
    }

    /** The determinant underflows for this many neighbours; its logarithm does not. */
    @Test
    void manyStronglyCorrelatedSamplesHaveALikelihood() {
        SingleSceneCovariance alike = new SingleSceneCovariance(1, 5000, 1e-6);
        FieldDraw.Field field = new FieldDraw(9, COVARIANCE).draw(new SplittableRandom(3));

        GeneralisedLeastSquares.ResidualSum left =
                patch(field, 0).residual(alike).orElseThrow();

        assertThat(left.logDeterminants()).isBetween(-2000.0, Math.log(Double.MIN_VALUE));
        assertThat(left.sumOfSquares()).isPositive().isFinite();
    }
}
