package org.heatwatch.estimation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

final class BaselineTest {
    private static final EmpiricalBayesPrior WIDE = new EmpiricalBayesPrior(25, 25, 25, 0, 1, 0);
    private static final EmpiricalBayesPrior USUAL = new EmpiricalBayesPrior(0.5, 0.1, 0.1, 0.8, 1.2, 16);
    private static final double[] BEHAVIOUR = {2, 1, -0.5, 0.8};

    @Test
    void coefficientsOfMeanAndYearlyCycleAreRecovered() {
        Baseline baseline = Baseline.of(BaselineRows.of(new Random(1), 80, BEHAVIOUR, 1), WIDE);

        for (int i = 0; i < BEHAVIOUR.length; i++) {
            double error = Math.sqrt(baseline.coefficientVariance(i));
            assertThat(baseline.coefficient(i)).isCloseTo(BEHAVIOUR[i], within(3 * error));
            assertThat(error).isLessThan(0.3);
        }
        assertThat(baseline.effectiveParameters()).isCloseTo(4, within(0.1));
        assertThat(baseline.observationCount()).isGreaterThanOrEqualTo(78);
    }

    @Test
    void withFewObservationsThePriorDominates() {
        EmpiricalBayesPrior narrow = new EmpiricalBayesPrior(0.01, 0.01, 0.01, 0.8, 1, 100);
        double[] far = {3, 0, 0, 0.8};

        Baseline informed = Baseline.of(BaselineRows.of(new Random(2), 15, far, 1), narrow);
        Baseline own = Baseline.of(BaselineRows.of(new Random(2), 15, far, 1), WIDE);

        assertThat(informed.coefficient(0)).isLessThan(own.coefficient(0) - 0.5);
        assertThat(informed.effectiveParameters()).isLessThan(own.effectiveParameters());
        assertThat(informed.degreesOfFreedom()).isGreaterThan(100);
    }

    @Test
    void daysOfRestDoNotWidenTheScatterOfAFacilityInOperation() {
        EmpiricalBayesPrior operation = USUAL.ofOperation();
        for (int seed = 1; seed <= 20; seed++) {
            List<BaselineRow> running = BaselineRows.of(new Random(seed), 40, BEHAVIOUR, 1);
            List<BaselineRow> resting = new ArrayList<>(running);
            for (int day : List.of(7, 22, 31)) {
                BaselineRow row = running.get(day);
                resting.set(day, new BaselineRow(row.kelvin() - 5, row.variance(), row.season(), row.commonMode()));
            }
            BaselineRow later = BaselineRows.one(new Random(100 + seed), BEHAVIOUR, 1);

            Baseline baseline = Baseline.of(resting, operation);

            assertThat(baseline.judge(later, 0).standardError())
                    .as("seed %d", seed)
                    .isLessThan(1.3
                            * Baseline.of(running, operation).judge(later, 0).standardError());
            assertThat(baseline.judgeLeaveOneOut(22).z()).isLessThan(-2.5);
        }
    }

    @Test
    void excessesOfNewObservationsAreDistributedAsStudentsT() {
        Random random = new Random(3);
        double[] levels = new double[600];
        for (int i = 0; i < levels.length; i++) {
            double[] behaviour = BaselineRows.behaviour(random, USUAL);
            double ratio = BaselineRows.ratio(random, USUAL);
            Baseline baseline = Baseline.of(BaselineRows.of(random, 25, behaviour, ratio), USUAL);
            levels[i] = level(baseline.judge(BaselineRows.one(random, behaviour, ratio), 0));
        }

        assertThat(kolmogorovSmirnov(levels)).isLessThan(1.36 / Math.sqrt(levels.length));
    }

    @Test
    void leaveOneOutExcessesAreDistributedAsStudentsT() {
        Random random = new Random(4);
        double[] levels = new double[600];
        for (int i = 0; i < levels.length; i++) {
            double[] behaviour = BaselineRows.behaviour(random, USUAL);
            double ratio = BaselineRows.ratio(random, USUAL);
            Baseline baseline = Baseline.of(BaselineRows.of(random, 25, behaviour, ratio), USUAL);
            levels[i] = level(baseline.judgeLeaveOneOut(random.nextInt(25)));
        }

        assertThat(kolmogorovSmirnov(levels)).isLessThan(1.36 / Math.sqrt(levels.length));
    }

    @Test
    void leaveOneOutEqualsAFitToTheOtherObservations() {
        List<BaselineRow> rows = BaselineRows.of(new Random(5), 40, BEHAVIOUR, 1);
        List<BaselineRow> others = new ArrayList<>(rows);
        others.remove(7);

        ExcessOverBaseline leftOut = Baseline.of(rows, USUAL).judgeLeaveOneOut(7);
        ExcessOverBaseline byOthers = Baseline.of(others, USUAL).judge(rows.get(7), 0);

        assertThat(leftOut.kelvin()).isCloseTo(byOthers.kelvin(), within(1e-9));
        assertThat(leftOut.standardError())
                .isCloseTo(byOthers.standardError(), within(0.02 * byOthers.standardError()));
    }

    @Test
    void anOutlierIsExcluded() {
        List<BaselineRow> rows = BaselineRows.of(new Random(6), 40, BEHAVIOUR, 1);
        List<BaselineRow> spoilt = new ArrayList<>(rows);
        BaselineRow row = rows.get(20);
        spoilt.set(20, new BaselineRow(row.kelvin() + 20, row.variance(), row.season(), row.commonMode()));

        Baseline clean = Baseline.of(rows, USUAL);
        Baseline robust = Baseline.of(spoilt, USUAL);

        assertThat(robust.observationCount()).isEqualTo(clean.observationCount() - 1);
        assertThat(robust.coefficient(0)).isCloseTo(clean.coefficient(0), within(0.1));
        assertThat(robust.judgeLeaveOneOut(20).z()).isGreaterThan(15);
    }

    @Test
    void extraVarianceIncreasesTheError() {
        Baseline baseline = Baseline.of(BaselineRows.of(new Random(7), 40, BEHAVIOUR, 1), USUAL);
        BaselineRow row = BaselineRows.one(new Random(8), BEHAVIOUR, 1);

        double before = baseline.judge(row, 0).standardError();
        double since = baseline.judge(row, 0.5).standardError();

        assertThat(since * since - before * before).isCloseTo(0.5, within(1e-9));
        assertThat(baseline.judge(row, 0.5).kelvin())
                .isEqualTo(baseline.judge(row, 0).kelvin());
    }

    private static double level(ExcessOverBaseline deviation) {
        return TDistribution.of(deviation.degreesOfFreedom()).cumulativeProbability(deviation.z());
    }

    /** Largest deviation of the cumulative distribution of the levels from the uniform one. */
    private static double kolmogorovSmirnov(double[] levels) {
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            largest = Math.max(largest, (i + 1.0) / sorted.length - sorted[i]);
            largest = Math.max(largest, sorted[i] - (double) i / sorted.length);
        }
        return largest;
    }
}
