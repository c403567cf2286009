package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.site.Pass;
import org.heatwatch.state.BaselinePrecision;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.HeatScore;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;
import org.heatwatch.state.Transition;
import org.heatwatch.validation.LinePlot.Point;

/**
 * False starts and delays of the state machine, on the real calendar of day and night passes of both satellites with
 * random clouds. The baseline of a facility has a random error of the size that its number of reference scenes implies.
 */
final class StateChapter {
    static final String TITLE = "States";

    private static final double CLEAR = 0.38;
    private static final double PRIOR_DEGREES_OF_FREEDOM = 40;
    private static final int FACILITIES = 5;
    private static final double OBSERVATIONS_PER_YEAR = 35;
    private static final int YEARS = 5;
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final double[] EXCESSES = {1.5, 2, 2.5, 3, 4, 5};
    private static final int DELAYS = 400;

    private static final List<ExpectedPass> PASSES = IntStream.of(0, 1)
            .mapToObj(i -> i == 0 ? new WrsScene(116, 34) : new WrsScene(213, 210))
            .flatMap(scene -> OrbitCalendar.passes(scene, START, START.plusYears(YEARS)).stream())
            .sorted(Comparator.comparing(ExpectedPass::at))
            .toList();

    private StateChapter() {}

    static Chapter write(Effort effort, Path folder) throws IOException {
        MarkdownTable table = new MarkdownTable(List.of(
                "reference scenes", "threshold h", "false starts per site-year, counted", "expected", "with h = 5"));
        LinePlot plot = new LinePlot(
                "Delay from switching on to state ON",
                "excess in standard errors",
                "days until half of the factories are ON");
        for (int sceneCount : new int[] {70, 35, 24}) {
            CusumThreshold threshold = threshold(sceneCount);
            table.row(List.of(
                    "%d".formatted(sceneCount),
                    "%.2f".formatted(threshold.threshold()),
                    "%.3f".formatted(falseStarts(sceneCount, threshold.threshold(), effort)),
                    "%.3f".formatted(threshold.falseStartsPerSiteYear()),
                    "%.3f".formatted(falseStarts(sceneCount, 5, effort))));
            List<Point> points = new ArrayList<>();
            for (double excess : EXCESSES) {
                points.add(new Point(
                        excess,
                        SampleStatistics.of(delays(sceneCount, threshold.threshold(), excess))
                                .quantile(0.5)));
            }
            plot.line("%d reference scenes".formatted(sceneCount), points);
        }
        plot.write(folder.resolve("delay.png"));
        return new Chapter(
                TITLE,
                ("Simulated deviations of %d factories are passed through the state machine, on the real "
                                + "calendar of day and night passes, each usable with a probability of %.0f %%. The "
                                + "goal is at most one false start in 20 site-years. %d site-years are "
                                + "simulated.%n%n%s%n![Delay until state ON](validation/delay.png)%n%nWith 35 "
                                + "reference scenes:%n%n%s")
                        .formatted(FACILITIES, 100 * CLEAR, effort.siteYears(), table, delayTable(35)));
    }

    private static MarkdownTable delayTable(int sceneCount) {
        MarkdownTable table = new MarkdownTable(List.of("excess", "half are ON within", "nine in ten are ON within"));
        double threshold = threshold(sceneCount).threshold();
        for (double excess : EXCESSES) {
            SampleStatistics days = SampleStatistics.of(delays(sceneCount, threshold, excess));
            table.row(List.of(
                    "%.1f standard errors".formatted(excess),
                    "%.0f days".formatted(days.quantile(0.5)),
                    "%.0f days".formatted(days.quantile(0.9))));
        }
        return table;
    }

    private static CusumThreshold threshold(int sceneCount) {
        return CusumThreshold.of(
                new BaselinePrecision(sceneCount, 2, PRIOR_DEGREES_OF_FREEDOM, 0, OBSERVATIONS_PER_YEAR, FACILITIES));
    }

    private static double falseStarts(int sceneCount, double threshold, Effort effort) {
        int runs = effort.siteYears() * FACILITIES / YEARS;
        long starts = IntStream.range(0, runs)
                .parallel()
                .mapToLong(run -> track(sceneCount, threshold, 0, RandomStreams.of(run, "idle")).transitions().stream()
                        .filter(StateChapter::isStart)
                        .count())
                .sum();
        return (double) starts * FACILITIES / ((double) runs * YEARS);
    }

    private static List<Double> delays(int sceneCount, double threshold, double excess) {
        return IntStream.range(0, DELAYS)
                .parallel()
                .mapToObj(run -> {
                    StateTrack track = track(sceneCount, threshold, excess, RandomStreams.of(run, "on"));
                    return track.transitions().stream()
                            .filter(t -> t.to() == FacilityState.ON && !t.date().isBefore(onset()))
                            .findFirst()
                            .map(t -> (double) ChronoUnit.DAYS.between(onset(), t.date()))
                            .orElse((double) ChronoUnit.DAYS.between(onset(), START.plusYears(YEARS)));
                })
                .toList();
    }

    private static LocalDate onset() {
        return START.plusYears(1);
    }

    /** Whether a transition turns a facility on that was off. */
    static boolean isStart(Transition t) {
        return t.to() == FacilityState.ON && (t.from() == FacilityState.OFF || t.from() == FacilityState.SUSPECT);
    }

    /**
     * Track of one facility with a random error of its baseline; after the onset it has an excess in standard errors.
     */
    private static StateTrack track(int sceneCount, double threshold, double excess, RandomGenerator random) {
        double trueVariance = PRIOR_DEGREES_OF_FREEDOM / chiSquare((int) PRIOR_DEGREES_OF_FREEDOM, random);
        double found = trueVariance * chiSquare(sceneCount - 1, random);
        double degreesOfFreedom = PRIOR_DEGREES_OF_FREEDOM + sceneCount - 1;
        double deviation = Math.sqrt((PRIOR_DEGREES_OF_FREEDOM + found) / degreesOfFreedom);
        double offset = Math.sqrt(trueVariance / sceneCount) * random.nextGaussian();
        List<JudgedObservation> observations = new ArrayList<>();
        for (ExpectedPass pass : PASSES) {
            LocalDate date = LocalDate.ofInstant(pass.at(), ZoneOffset.UTC);
            boolean on = excess > 0 && !date.isBefore(onset());
            double value = Math.sqrt(trueVariance) * random.nextGaussian() + (on ? excess : 0);
            double z = (value - offset) / (deviation * Math.sqrt(1 + 1.0 / sceneCount));
            JudgedObservation.Outcome outcome = random.nextDouble() < CLEAR
                    ? new JudgedObservation.Scored(
                            new ExcessOverBaseline(z, 1, degreesOfFreedom),
                            HeatScore.of(z, degreesOfFreedom),
                            1,
                            Confidence.HIGH,
                            false)
                    : new JudgedObservation.NoObservation("clouds", /* visibleFraction= */ 0);
            observations.add(new JudgedObservation(
                    new Acquisition(pass.satellite(), pass.scene(), date),
                    date.atTime(LocalTime.ofInstant(pass.at(), ZoneOffset.UTC)).toInstant(ZoneOffset.UTC),
                    Pass.DAY,
                    outcome,
                    /* setAside= */ Optional.empty(),
                    /* mayTurnOn= */ true,
                    /* isProvisional= */ false,
                    List.of()));
        }
        return StateTrack.of(observations, threshold, START.plusYears(YEARS));
    }

    private static double chiSquare(int degreesOfFreedom, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < degreesOfFreedom; i++) {
            double value = random.nextGaussian();
            sum += value * value;
        }
        return sum;
    }
}
