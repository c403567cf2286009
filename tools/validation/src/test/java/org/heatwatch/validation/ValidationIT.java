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

/** The short form of the validation: its tolerances would show a real loss of power, or a score that believes too much. */
@Tag("statistical")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ValidationIT {
    private static final int LOOKS = 90;
    private static final int FEW_LOOKS = 35;

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
        chapter = new DetectionChapter(experiment);
    }

    @Test
    void aScoreOf99IsRareWhileNothingIsOn() {
        assertThat(Sample.of(experiment.findings(LOOKS).idleParcels).share(s -> s > 0.99))
                .isBetween(0.002, 0.025);
        assertThat(Sample.of(experiment.findings(LOOKS).dormantParcels).share(s -> s > 0.99))
                .isBetween(0.004, 0.02);
    }

    @Test
    void scoresOfIdleRoofsAreUniform() {
        assertThat(Sample.of(experiment.findings(LOOKS).idleParcels).distanceFromUniform())
                .isLessThan(0.06);
        assertThat(Sample.of(experiment.findings(FEW_LOOKS).idleParcels).distanceFromUniform())
                .isLessThan(0.08);
    }

    @Test
    void publishedErrorsAreHonest() {
        assertThat(Sample.of(experiment.findings(LOOKS).parcelZ).rootMeanSquare())
                .isBetween(0.88, 1.12);
    }

    @Test
    void factoriesAreSeenNearlyAsOftenAsTheBoundAllows() {
        assertThat(rate(JudgedArchive.NAME, "3 K", LOOKS)).isGreaterThan(0.55);
        assertThat(rate(JudgedArchive.NAME, "3 K", LOOKS)).isGreaterThan(0.75 * rate(bound(), "3 K", LOOKS));
        assertThat(rate(JudgedArchive.NAME, "5 K", LOOKS)).isGreaterThan(0.95);
        assertThat(rate(JudgedArchive.NAME, "3 K", FEW_LOOKS)).isGreaterThan(0.45);
    }

    @Test
    void noMethodOfTodaySeesThemAsOften() {
        for (Method today : List.of(
                Methods.zonalMean(), Methods.seasonalZonalMean(), Methods.singleImage(), Methods.pixelResiduals())) {
            assertThat(rate(JudgedArchive.NAME, "3 K", LOOKS))
                    .as(today.name())
                    .isGreaterThan(rate(today.name(), "3 K", LOOKS));
        }
    }

    /** As nearly as one archive of 30 looks and a point spread that is not the believed one can tell. */
    @Test
    void anExcessComesBackAsLargeAsItIs() {
        experiment
                .findings(LOOKS)
                .recovered
                .forEach((shape, groups) -> groups.values()
                        .forEach(shares -> assertThat(Sample.of(shares).mean())
                                .as(shape.title())
                                .isBetween(0.75, 1.25)));
    }

    @Test
    void theChaptersAreWritten() throws Exception {
        Chapter detection = chapter.write(folder);

        assertThat(detection.text()).contains("| " + JudgedArchive.NAME).contains("detection-90.png");
        assertThat(Files.size(folder.resolve("detection-90.png"))).isGreaterThan(10_000);
        assertThat(NullChapter.write(experiment, folder).text()).contains("idle parcels");
        assertThat(RecoveryChapter.write(experiment).text()).contains("2 K");
        assertThat(PlaceboChapter.write(experiment).text()).contains("false starts");
    }

    private static String bound() {
        return Methods.bound().name();
    }

    private double rate(String method, String group, int looks) {
        return chapter.with(looks).rate(method, group, Threshold.ORACLE).value();
    }
}
