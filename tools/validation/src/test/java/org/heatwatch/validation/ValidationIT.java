package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heatwatch.validation.Detections.Threshold;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short validation; its tolerances detect a large loss of power or an overconfident score.
 */
@Tag("statistical")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ValidationIT {
    private static final int SCENES = 90;
    private static final int FEW_SCENES = 35;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ReferenceExperiment experiment;

    @SuppressWarnings("NullAway.Init")
    private DetectionChapter chapter;

    @BeforeAll
    void simulate(@TempDir Path temporary) {
        folder = temporary;
        experiment = ReferenceExperiment.run(Effort.SHORT, folder, _ -> {});
        chapter = DetectionChapter.of(experiment);
    }

    @Test
    void aScoreOf99IsRareWhenIdle() {
        assertThat(SampleStatistics.of(experiment.findings(SCENES).referenceParcels)
                        .share(s -> s > 0.99))
                .isBetween(0.002, 0.025);
        assertThat(SampleStatistics.of(experiment.findings(SCENES).referencePeriodParcels)
                        .share(s -> s > 0.99))
                .isBetween(0.004, 0.02);
    }

    @Test
    void scoresOfIdleFootprintsAreUniform() {
        assertThat(SampleStatistics.of(experiment.findings(SCENES).referenceParcels)
                        .distanceFromUniform())
                .isLessThan(0.06);
        assertThat(SampleStatistics.of(experiment.findings(FEW_SCENES).referenceParcels)
                        .distanceFromUniform())
                .isLessThan(0.08);
    }

    @Test
    void publishedErrorsAreCalibrated() {
        assertThat(SampleStatistics.of(experiment.findings(SCENES).parcelZ).rootMeanSquare())
                .isBetween(0.88, 1.12);
    }

    @Test
    void theDetectionRateIsCloseToTheBound() {
        assertThat(rate(JudgedArchive.NAME, "3 K", SCENES)).isGreaterThan(0.55);
        assertThat(rate(JudgedArchive.NAME, "3 K", SCENES)).isGreaterThan(0.75 * rate(bound(), "3 K", SCENES));
        assertThat(rate(JudgedArchive.NAME, "5 K", SCENES)).isGreaterThan(0.95);
        assertThat(rate(JudgedArchive.NAME, "3 K", FEW_SCENES)).isGreaterThan(0.45);
    }

    @Test
    void noMethodInUseTodayDetectsAsOften() {
        for (Method today : List.of(
                Methods.zonalMean(), Methods.seasonalZonalMean(), Methods.singleImage(), Methods.pixelResiduals())) {
            assertThat(rate(JudgedArchive.NAME, "3 K", SCENES))
                    .as(today.name())
                    .isGreaterThan(rate(today.name(), "3 K", SCENES));
        }
    }

    /** Within the uncertainty of one archive of 30 scenes with a point spread that differs from the assumed one. */
    @Test
    void theEstimatedExcessIsCloseToTheTruth() {
        experiment
                .findings(SCENES)
                .recovered
                .forEach((shape, groups) -> groups.values()
                        .forEach(
                                shares -> assertThat(SampleStatistics.of(shares).mean())
                                        .as(shape.title())
                                        .isBetween(0.75, 1.25)));
    }

    @Test
    void theChaptersAreWritten() throws Exception {
        Chapter detection = chapter.write(folder);

        assertThat(detection.text()).contains("| " + JudgedArchive.NAME).contains("detection-90.png");
        assertThat(Files.size(folder.resolve("detection-90.png"))).isGreaterThan(10_000);
        assertThat(ReferenceParcelChapter.write(experiment, folder).text()).contains("reference parcels");
        assertThat(RecoveryChapter.write(experiment).text()).contains("2 K");
        assertThat(FalseStartChapter.write(experiment).text()).contains("false starts");
    }

    private static String bound() {
        return Methods.bound().name();
    }

    private double rate(String method, String group, int sceneCount) {
        return chapter.with(sceneCount).rate(method, group, Threshold.ORACLE).value();
    }
}
