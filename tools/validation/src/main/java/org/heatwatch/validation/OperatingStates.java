package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.heatwatch.estimation.baseline.Baseline;
import org.heatwatch.estimation.baseline.BaselineRow;
import org.heatwatch.estimation.baseline.EmpiricalBayesPrior;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Pass;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.state.BaselinePrecision;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.HeatScore;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;

/**
 * Facilities in operation without pixels: their excess with an error of measurement is judged by the baseline and the
 * state machine of the chain under test. So fast that rare events can be counted.
 *
 * @param activity how their activity varies
 */
record OperatingStates(OperatingActivity activity) {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 12, 31);
    private static final double ERROR_KELVIN = 1.2;
    private static final double LEAST_KELVIN = 4;
    private static final double MOST_KELVIN = 12;
    private static final double OBSERVATIONS_PER_YEAR = 18;
    private static final double LEAST_AUTOCORRELATION = 0.5;
    private static final double DAYS_PER_YEAR = 365.25;

    /** Variances of the parcels do not matter to a facility in operation. */
    private static final EmpiricalBayesPrior PRIOR = new EmpiricalBayesPrior(1, 1, 1, 0, 1, 40).ofOperation();

    private static final Feature FACILITY = facility();
    private static final Map<BaselinePrecision, CusumThreshold> THRESHOLDS = new ConcurrentHashMap<>();

    private static Feature facility() {
        Site site = SimulatedSite.definition(SimulatedSite.buildings(1), /* errorMetres= */ 0, 1);
        return site.features(Role.FACILITY).getFirst();
    }

    /** Simulates facilities with the same change after {@link OperatingArchive#CHANGE}. */
    OperatingTally run(ActivityChange change, int facilities) {
        return new OperatingTally(IntStream.range(0, facilities)
                .parallel()
                .mapToObj(run -> OperatingOutcome.of(
                        history(change, run), change, OperatingArchive.CHANGE, OperatingArchive.TESTS_FROM))
                .toList());
    }

    private FeatureHistory history(ActivityChange change, long run) {
        List<ExpectedPass> passes = OperatingArchive.clearPasses(LAST_DAY, run).toList();
        RandomGenerator random = RandomStreams.of(run, "operating facility");
        double mean = random.nextDouble(LEAST_KELVIN, MOST_KELVIN);
        Map<LocalDate, Double> active =
                activity.on(passes.stream().map(ExpectedPass::date).toList(), random);
        List<BaselineRow> rows = passes.stream()
                .map(pass -> row(pass, mean * active.getOrDefault(pass.date(), 0.0), mean, change, random))
                .toList();
        int reference = (int) passes.stream()
                .filter(pass -> pass.date().isBefore(OperatingArchive.TESTS_FROM))
                .count();
        Baseline baseline = Baseline.of(rows.subList(0, reference), PRIOR);
        List<JudgedObservation> observations = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            observations.add(observation(
                    passes.get(i),
                    i < reference
                            ? baseline.judgeLeaveOneOut(i)
                            : baseline.judge(rows.get(i), /* extraVariance= */ 0)));
        }
        CusumThreshold threshold =
                THRESHOLDS.computeIfAbsent(precision(baseline, reference), CusumThreshold::ofBothDirections);
        return new FeatureHistory(
                FACILITY,
                threshold,
                StateTrack.of(observations, threshold.threshold(), LAST_DAY, ReferenceKind.OPERATING));
    }

    /** The excess over the ground, which the background model would contain on average. */
    private static BaselineRow row(
            ExpectedPass pass, double kelvin, double mean, ActivityChange change, RandomGenerator random) {
        double factor = pass.date().isBefore(OperatingArchive.CHANGE) ? 1 : change.factor();
        double season = 2 * Math.PI * pass.date().getDayOfYear() / DAYS_PER_YEAR;
        return new BaselineRow(
                kelvin * factor - mean + ERROR_KELVIN * random.nextGaussian(),
                ERROR_KELVIN * ERROR_KELVIN,
                new BaselineRow.Season(Math.cos(season), Math.sin(season)),
                /* commonMode= */ 0);
    }

    private static BaselinePrecision precision(Baseline baseline, int reference) {
        double products = 0;
        double sumOfSquares = 0;
        double before = Double.NaN;
        for (int i = 0; i < reference; i++) {
            double z = Math.clamp(baseline.judgeLeaveOneOut(i).z(), -4, 4);
            if (i > 0) {
                products += z * before;
                sumOfSquares += (z * z + before * before) / 2;
            }
            before = z;
        }
        double autocorrelation = Math.rint(Math.max(LEAST_AUTOCORRELATION, products / sumOfSquares) * 20) / 20;
        return new BaselinePrecision(
                baseline.observationCount(),
                Math.clamp(Math.round(baseline.effectiveParameters()), 1, 4),
                /* priorDegreesOfFreedom= */ 0,
                Math.min(0.9, autocorrelation),
                OBSERVATIONS_PER_YEAR,
                SimulatedSite.FACILITIES);
    }

    private static JudgedObservation observation(ExpectedPass pass, ExcessOverBaseline excess) {
        return new JudgedObservation(
                pass.acquisition(),
                pass.at(),
                Pass.DAY,
                new JudgedObservation.Scored(
                        excess, HeatScore.of(excess.z(), excess.degreesOfFreedom()), 1, Confidence.HIGH, false),
                /* setAside= */ Optional.empty(),
                /* mayTurnOn= */ true,
                /* isProvisional= */ false,
                List.of());
    }
}
