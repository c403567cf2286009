package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulatedBaselineTest {
    private static final int OBSERVATIONS = 32;
    /** Four years of the reference period: a year has eight observations. */
    private static final double PER_YEAR_BEFORE = 8;

    private static final double PER_YEAR_LATER = 20;
    private static final int LATER = 60;

    private static SimulatedBaseline prediction(int parameters) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        return SimulatedBaseline.draw(
                new BaselinePrecision(OBSERVATIONS, parameters, 20, 0, PER_YEAR_LATER, 5), LATER, random);
    }

    private static double[] values(IntToDoubleFunction of) {
        double[] values = new double[OBSERVATIONS];
        Arrays.setAll(values, of);
        return values;
    }

    private static double wave(int observation, double perYear) {
        return Math.cos(2 * Math.PI * (observation + 0.5) / perYear - 0.4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aConstantIsPredictedToStayConstant(int parameters) {
        SimulatedBaseline prediction = prediction(parameters);
        double[] constant = values(_ -> 1.7);
        double[] coefficients = prediction.coefficients(constant);

        assertThat(coefficients).hasSize(parameters);
        assertThat(SimulatedBaseline.residualSumOfSquares(constant, coefficients))
                .isCloseTo(0, within(1e-9));
        for (int later = 0; later < LATER; later++) {
            assertThat(prediction.predict(later, coefficients)).isCloseTo(1.7, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void anAnnualCycleContinuesAtTheLaterObservationRate(int parameters) {
        SimulatedBaseline prediction = prediction(parameters);
        double[] season = values(i -> wave(i, PER_YEAR_BEFORE));
        double[] coefficients = prediction.coefficients(season);

        assertThat(SimulatedBaseline.residualSumOfSquares(season, coefficients)).isCloseTo(0, within(1e-9));
        for (int later = 0; later < LATER; later++) {
            assertThat(prediction.predict(later, coefficients)).isCloseTo(wave(later, PER_YEAR_LATER), within(1e-9));
        }
    }

    @Test
    void withoutAnAnnualCycleASeasonIsScatter() {
        double[] season = values(i -> wave(i, PER_YEAR_BEFORE));

        assertThat(SimulatedBaseline.residualSumOfSquares(season, prediction(1).coefficients(season)))
                .isCloseTo(OBSERVATIONS / 2.0, within(1e-9));
    }

    @Test
    void theMeanOfNObservationsWidensAPredictionByOneNth() {
        assertThat(prediction(1).inverseWidth(13)).isCloseTo(1 / Math.sqrt(1 + 1.0 / OBSERVATIONS), within(1e-12));
    }

    @Test
    void anAnnualCycleWidensAPredictionByTwoMore() {
        SimulatedBaseline prediction = prediction(3);
        for (int later = 0; later < LATER; later++) {
            assertThat(prediction.inverseWidth(later)).isCloseTo(1 / Math.sqrt(1 + 3.0 / OBSERVATIONS), within(1e-9));
        }
    }

    /** On average over scenes, the common mode costs one parameter. */
    @Test
    void theCommonModeWidensSomePredictionsMoreThanOthers() {
        SimulatedBaseline prediction = prediction(2);
        double[] leverages = new double[LATER];
        for (int later = 0; later < LATER; later++) {
            leverages[later] = Math.pow(prediction.inverseWidth(later), -2) - 1;
        }
        assertThat(Arrays.stream(leverages))
                .allSatisfy(l -> assertThat(l).isGreaterThanOrEqualTo(1.0 / OBSERVATIONS - 1e-12));
        assertThat(Arrays.stream(leverages).average().orElseThrow()).isCloseTo(2.0 / OBSERVATIONS, within(0.03));
        assertThat(Arrays.stream(leverages).distinct().count()).isGreaterThan(50);
    }
}
