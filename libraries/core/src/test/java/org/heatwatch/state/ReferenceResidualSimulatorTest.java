package org.heatwatch.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated residuals of reference periods. */
final class ReferenceResidualSimulatorTest {
    private static final int DRAWS = 20_000;

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0", "0.3", "0.8"})
    void successiveResidualsHaveUnitVarianceAndTheAutocorrelation(double autocorrelation) {
        RandomGenerator random = random(1);
        ReferenceResidualSimulator draws = ReferenceResidualSimulator.of(10, autocorrelation);
        double residual = random.nextGaussian();
        double sumOfSquares = 0;
        double products = 0;
        for (int i = 0; i < DRAWS; i++) {
            double next = draws.next(residual, random);
            sumOfSquares += next * next;
            products += next * residual;
            residual = next;
        }
        assertThat(sumOfSquares / DRAWS).isCloseTo(1, within(0.06));
        assertThat(products / DRAWS).isCloseTo(autocorrelation, within(0.06));
    }

    /** Weighted, the means are those of the standard normal distribution. */
    @Test
    void theWeightsCorrectForTheWidenedDistributionOfTheMeans() {
        RandomGenerator random = random(2);
        double total = 0;
        double sumOfSquares = 0;
        double fourths = 0;
        double beyondTwo = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double mean = ReferenceResidualSimulator.meanDeviate(draw, DRAWS, random);
            double weight = ReferenceResidualSimulator.weight(mean);
            total += weight / DRAWS;
            sumOfSquares += weight * mean * mean / DRAWS;
            fourths += weight * Math.pow(mean, 4) / DRAWS;
            beyondTwo += Math.abs(mean) > 2 ? weight / DRAWS : 0;
        }
        assertThat(total).isCloseTo(1, within(0.005));
        assertThat(sumOfSquares).isCloseTo(1, within(0.01));
        assertThat(fourths).isCloseTo(3, within(0.1));
        assertThat(beyondTwo).isCloseTo(0.0455, within(0.002));
    }

    @Test
    void meansAreSpreadEvenlyOverTheirDistribution() {
        double before = Double.NEGATIVE_INFINITY;
        RandomGenerator random = random(3);
        for (int draw = 0; draw < 200; draw++) {
            double mean = ReferenceResidualSimulator.meanDeviate(draw, 200, random);
            assertThat(mean).isGreaterThan(before).isBetween(-7.5, 7.5);
            before = mean;
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 0", "24, 0.3", "40, 0.8"})
    void aPeriodHasTheRequestedMeanAndUnitVarianceAndTheAutocorrelation(int observations, double autocorrelation) {
        RandomGenerator random = random(4);
        ReferenceResidualSimulator draws = ReferenceResidualSimulator.of(observations, autocorrelation);
        // Variance of the mean of correlated residuals, summed pair by pair.
        double variance = 0;
        for (int i = 0; i < observations; i++) {
            for (int j = 0; j < observations; j++) {
                variance += Math.pow(autocorrelation, Math.abs(i - j)) / observations / observations;
            }
        }
        assertThat(mean(draws.residuals(2.5, random))).isCloseTo(2.5 * Math.sqrt(variance), within(1e-9));

        // With normally distributed means, each residual has unit variance and the autocorrelation with its neighbour.
        double[] sumsOfSquares = new double[observations];
        double[] products = new double[observations - 1];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] residuals = draws.residuals(random.nextGaussian(), random);
            for (int i = 0; i < observations; i++) {
                sumsOfSquares[i] += residuals[i] * residuals[i] / DRAWS;
                if (i > 0) {
                    products[i - 1] += residuals[i] * residuals[i - 1] / DRAWS;
                }
            }
        }
        assertThat(Arrays.stream(sumsOfSquares))
                .allSatisfy(square -> assertThat(square).isCloseTo(1, within(0.06)));
        assertThat(Arrays.stream(products))
                .allSatisfy(product -> assertThat(product).isCloseTo(autocorrelation, within(0.06)));
    }
}
