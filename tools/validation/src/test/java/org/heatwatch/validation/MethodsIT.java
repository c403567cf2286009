package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heatwatch.validation.Detections.Threshold;
import org.junit.jupiter.api.Test;

/** All methods on one archive with 40 reference scenes. */
final class MethodsIT {
    private static final List<Trial> TRIALS = Trial.of(
            SimulatedArchive.of(
                    ArchiveRecipe.reference()
                            .withReferenceScenes(40)
                            .withGroups(List.of(TestGroup.idle("idle", 25), TestGroup.allOn("8 K", 25, 8))),
                    1,
                    SimulatedSampleExtraction.none()),
            Methods.all());

    /** Difference of the mean excess between hot and idle scenes, as a share of the simulated 8 K. */
    private static double gain(Method method) {
        return (mean(method, "8 K") - mean(method, "idle")) / 8;
    }

    private static double mean(Method method, String group) {
        return TRIALS.stream()
                .filter(trial ->
                        trial.method().equals(method.name()) && trial.group().equals(group))
                .mapToDouble(trial -> trial.score().excess())
                .average()
                .orElseThrow();
    }

    @Test
    void everyMethodScoresEveryFacilityInEveryScene() {
        assertThat(TRIALS).hasSize(Methods.all().size() * 50 * 5);
    }

    /** Published: a zonal mean underestimates by 83-92 %. */
    @Test
    void aZonalMeanStronglyUnderestimatesTheExcess() {
        assertThat(gain(Methods.seasonalZonalMean())).isBetween(0.08, 0.2);
    }

    @Test
    void theBoundsEstimateTheExcessWithoutBias() {
        assertThat(List.of(Methods.bound(), Methods.learnedBound(), Methods.tightBound()))
                .allSatisfy(method -> assertThat(gain(method)).isBetween(0.94, 1.08));
    }

    @Test
    void methodsWithMoreInformationDetectMore() {
        Detections detections = Detections.of(TRIALS, "idle", 20, 1);

        assertThat(List.of(
                        Methods.seasonalZonalMean(), Methods.pixelResiduals(), Methods.bound(), Methods.tightBound()))
                .extracting(method ->
                        detections.rate(method.name(), "8 K", Threshold.NOMINAL).value())
                .isSorted();
        assertThat(detections
                        .rate(Methods.tightBound().name(), "8 K", Threshold.NOMINAL)
                        .value())
                .isGreaterThan(0.97);
    }
}
