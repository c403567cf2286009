package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.validation.Detections.Threshold;
import org.junit.jupiter.api.Test;

/** Methods whose scores are drawn from known distributions. */
final class DetectionsTest {
    private static final int ARCHIVES = 6;
    private static final int SCENES = 80;
    private static final int FACILITIES = 5;

    /** Shift of a normal score by which the 1 % threshold is exceeded with a probability of one half. */
    private static final double HALF = 2.326;

    private final Detections detections = Detections.of(trials(), "idle", 200, 1);

    @Test
    void aCalibratedMethodHasTheNominalFalseAlarmRate() {
        assertThat(detections.rate("calibrated", "idle", Threshold.NOMINAL).value())
                .isCloseTo(0.01, within(0.006));
        assertThat(detections.rate("calibrated", "on", Threshold.NOMINAL).value())
                .isCloseTo(0.5, within(0.03));
        assertThat(detections.rate("calibrated", "on", Threshold.ORACLE).value())
                .isCloseTo(0.5, within(0.08));
    }

    @Test
    void theOracleThresholdCorrectsAnOverconfidentMethod() {
        assertThat(detections.rate("overconfident", "idle", Threshold.NOMINAL).value())
                .isGreaterThan(0.05);
        assertThat(detections.rate("overconfident", "idle", Threshold.ORACLE).value())
                .isCloseTo(0.01, within(1e-9));
        assertThat(detections.rate("overconfident", "on", Threshold.NOMINAL).value())
                .isGreaterThan(0.6);
        assertThat(detections
                        .ratio("overconfident", "calibrated", "on", Threshold.ORACLE)
                        .value())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void intervalsContainTheRateAndReflectTheCorrelationWithinScenes() {
        Rate rate = detections.rate("calibrated", "on", Threshold.NOMINAL);
        double independent = 1.645 * Math.sqrt(0.25 / (ARCHIVES * SCENES * FACILITIES));

        assertThat(rate.value()).isBetween(rate.low(), rate.high());
        assertThat(rate.high() - rate.low()).isGreaterThan(2.5 * independent);
    }

    @Test
    void pairedComparisonsHaveNarrowerIntervalsThanTheirParts() {
        Rate ratio = detections.ratio("sensitive", "calibrated", "on", Threshold.NOMINAL);
        Rate rate = detections.rate("calibrated", "on", Threshold.NOMINAL);

        assertThat(ratio.low()).isGreaterThan(1);
        assertThat(rate.value() * (ratio.high() - ratio.low())).isLessThan(rate.high() - rate.low());
    }

    @Test
    void methodsKeepTheirOrder() {
        assertThat(detections.methods()).containsExactly("calibrated", "overconfident", "sensitive");
    }

    private static List<Trial> trials() {
        RandomGenerator random = RandomStreams.of(1, "trials");
        List<Trial> trials = new ArrayList<>();
        for (long archive = 1; archive <= ARCHIVES; archive++) {
            for (int scene = 0; scene < 2 * SCENES; scene++) {
                boolean on = scene % 2 == 0;
                double shared = Math.sqrt(0.5) * random.nextGaussian();
                LocalDate date = LocalDate.of(2022, 1, 1).plusDays(8L * scene);
                for (int facility = 1; facility <= FACILITIES; facility++) {
                    double z = shared + Math.sqrt(0.5) * random.nextGaussian() + (on ? HALF : 0);
                    String group = on ? "on" : "idle";
                    String id = "facility-" + facility;
                    trials.add(trial("calibrated", archive, group, date, id, z));
                    trials.add(trial("overconfident", archive, group, date, id, 1.6 * z));
                    trials.add(trial("sensitive", archive, group, date, id, z + (on ? 0.2 : 0)));
                }
            }
        }
        return trials;
    }

    private static Trial trial(String method, long archive, String group, LocalDate date, String facility, double z) {
        return new Trial(method, archive, group, date, facility, new MethodScore(z, 1, Double.POSITIVE_INFINITY));
    }
}
