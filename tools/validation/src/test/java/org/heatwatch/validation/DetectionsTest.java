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

    /** Of a normal score: beyond 2.326 by a shift of 2.326 is one half. */
    private static final double HALF = 2.326;

    private final Detections detections = Detections.of(trials(), "idle", 200, 1);

    @Test
    void aMethodThatKnowsItselfHasTheFalseAlarmsItStates() {
        assertThat(detections.rate("honest", "idle", Threshold.NOMINAL).value()).isCloseTo(0.01, within(0.006));
        assertThat(detections.rate("honest", "on", Threshold.NOMINAL).value()).isCloseTo(0.5, within(0.03));
        assertThat(detections.rate("honest", "on", Threshold.ORACLE).value()).isCloseTo(0.5, within(0.08));
    }

    @Test
    void aMethodThatOverratesItselfIsFoundOutByTheOracle() {
        assertThat(detections.rate("boastful", "idle", Threshold.NOMINAL).value())
                .isGreaterThan(0.05);
        assertThat(detections.rate("boastful", "idle", Threshold.ORACLE).value())
                .isCloseTo(0.01, within(1e-9));
        assertThat(detections.rate("boastful", "on", Threshold.NOMINAL).value()).isGreaterThan(0.6);
        assertThat(detections
                        .ratio("boastful", "honest", "on", Threshold.ORACLE)
                        .value())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void intervalsHoldTheValueAndKnowThatScenesShareTheirLuck() {
        Rate rate = detections.rate("honest", "on", Threshold.NOMINAL);
        double independent = 1.645 * Math.sqrt(0.25 / (ARCHIVES * SCENES * FACILITIES));

        assertThat(rate.value()).isBetween(rate.low(), rate.high());
        assertThat(rate.high() - rate.low()).isGreaterThan(2.5 * independent);
    }

    @Test
    void pairedComparisonsAreSharperThanTheirParts() {
        Rate ratio = detections.ratio("keen", "honest", "on", Threshold.NOMINAL);
        Rate rate = detections.rate("honest", "on", Threshold.NOMINAL);

        assertThat(ratio.low()).isGreaterThan(1);
        assertThat(rate.value() * (ratio.high() - ratio.low())).isLessThan(rate.high() - rate.low());
    }

    @Test
    void methodsKeepTheirOrder() {
        assertThat(detections.methods()).containsExactly("honest", "boastful", "keen");
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
                    trials.add(trial("honest", archive, group, date, id, z));
                    trials.add(trial("boastful", archive, group, date, id, 1.6 * z));
                    trials.add(trial("keen", archive, group, date, id, z + (on ? 0.2 : 0)));
                }
            }
        }
        return trials;
    }

    private static Trial trial(String method, long archive, String group, LocalDate date, String facility, double z) {
        return new Trial(method, archive, group, date, facility, new Score(z, 1, Double.POSITIVE_INFINITY));
    }
}
