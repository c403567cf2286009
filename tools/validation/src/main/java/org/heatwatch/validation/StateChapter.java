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
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.intake.OrbitCalendar;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.site.Pass;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.HeatScore;
import org.heatwatch.state.IdleRecord;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;
import org.heatwatch.state.Transition;
import org.heatwatch.validation.LinePlot.Point;

/**
 * False starts and delays of the state machine, on the real calendar of both satellites' day and night passes with clouds at
 * random. A facility's baseline is estimated from its dormant looks as far off as such estimates are.
 */
final class StateChapter {
    private static final double CLEAR = 0.38;
    private static final double PRIOR_FREEDOM = 40;
    private static final int FACILITIES = 5;
    private static final double LOOKS_PER_YEAR = 35;
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
        MarkdownTable table = new MarkdownTable(
                List.of("dormant looks", "threshold h", "false starts a site-year, counted", "expected", "with h = 5"));
        LinePlot plot = new LinePlot(
                "From switching on to ON", "excess in standard errors", "days until half of the factories are ON");
        for (int looks : new int[] {70, 35, 24}) {
            IdleRecord record = new IdleRecord(looks, 2, PRIOR_FREEDOM, 0, LOOKS_PER_YEAR, FACILITIES);
            CusumThreshold threshold = CusumThreshold.of(record);
            table.row(List.of(
                    "%d".formatted(looks),
                    "%.2f".formatted(threshold.threshold()),
                    "%.3f".formatted(falseStarts(looks, threshold.threshold(), effort)),
                    "%.3f".formatted(threshold.falseStartsPerSiteYear()),
                    "%.3f".formatted(falseStarts(looks, 5, effort))));
            List<Point> points = new ArrayList<>();
            for (double excess : EXCESSES) {
                points.add(new Point(
                        excess,
                        Sample.of(delays(looks, threshold.threshold(), excess)).quantile(0.5)));
            }
            plot.line("%d dormant looks".formatted(looks), points);
        }
        plot.write(folder.resolve("delay.png"));
        MarkdownTable delays = new MarkdownTable(List.of("excess", "half are ON within", "nine in ten are ON within"));
        double h = CusumThreshold.of(new IdleRecord(35, 2, PRIOR_FREEDOM, 0, LOOKS_PER_YEAR, FACILITIES))
                .threshold();
        for (double excess : EXCESSES) {
            Sample days = Sample.of(delays(35, h, excess));
            delays.row(List.of(
                    "%.1f standard errors".formatted(excess),
                    "%.0f days".formatted(days.quantile(0.5)),
                    "%.0f days".formatted(days.quantile(0.9))));
        }
        return new Chapter(
                "States",
                "Simulated deviations of %d factories go through the real state machine, on the real calendar of day and night passes, each usable with a chance of %.0f %%. At most one false start in 20 site-years is aimed at. %d site-years are counted.%n%n%s%n![Delay](validation/delay.png)%n%nWith 35 dormant looks:%n%n%s"
                        .formatted(FACILITIES, 100 * CLEAR, effort.siteYears(), table, delays));
    }

    private static double falseStarts(int looks, double threshold, Effort effort) {
        int runs = effort.siteYears() * FACILITIES / YEARS;
        long starts = IntStream.range(0, runs)
                .parallel()
                .mapToLong(run -> track(looks, threshold, 0, RandomStreams.of(run, "idle")).transitions().stream()
                        .filter(StateChapter::isStart)
                        .count())
                .sum();
        return (double) starts * FACILITIES / ((double) runs * YEARS);
    }

    private static List<Double> delays(int looks, double threshold, double excess) {
        return IntStream.range(0, DELAYS)
                .parallel()
                .mapToObj(run -> {
                    StateTrack track = track(looks, threshold, excess, RandomStreams.of(run, "on"));
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

    /** Whether a facility that was off turns on. */
    static boolean isStart(Transition t) {
        return t.to() == FacilityState.ON && (t.from() == FacilityState.OFF || t.from() == FacilityState.SUSPECT);
    }

    /** One facility whose baseline is off by chance; from the onset on it is so many standard errors too warm. */
    private static StateTrack track(int looks, double threshold, double excess, RandomGenerator random) {
        double trueVariance = PRIOR_FREEDOM / chiSquare((int) PRIOR_FREEDOM, random);
        double found = trueVariance * chiSquare(looks - 1, random);
        double freedom = PRIOR_FREEDOM + looks - 1;
        double deviation = Math.sqrt((PRIOR_FREEDOM + found) / freedom);
        double offset = Math.sqrt(trueVariance / looks) * random.nextGaussian();
        List<JudgedObservation> observations = new ArrayList<>();
        for (ExpectedPass pass : PASSES) {
            LocalDate date = LocalDate.ofInstant(pass.at(), ZoneOffset.UTC);
            boolean on = excess > 0 && !date.isBefore(onset());
            double value = Math.sqrt(trueVariance) * random.nextGaussian() + (on ? excess : 0);
            double z = (value - offset) / (deviation * Math.sqrt(1 + 1.0 / looks));
            JudgedObservation.Outcome outcome = random.nextDouble() < CLEAR
                    ? new JudgedObservation.Scored(
                            new ExcessOverBaseline(z, 1, freedom), HeatScore.of(z, freedom), 1, Confidence.HIGH, false)
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

    private static double chiSquare(int freedom, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < freedom; i++) {
            double value = random.nextGaussian();
            sum += value * value;
        }
        return sum;
    }
}
