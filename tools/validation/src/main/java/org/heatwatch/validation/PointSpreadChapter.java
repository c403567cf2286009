package org.heatwatch.validation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.heatwatch.estimation.fit.PointSpreadEstimate;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.ScoredSite;

/** Whether dormant scenes tell how wide the sensor's point spread is. */
final class PointSpreadChapter {
    private static final int DORMANT_LOOKS = 45;
    private static final long FIRST_SEED = 5000;

    private record Truth(SpreadShape shape, double fwhmMetres) {}

    private static final List<Truth> TRUTHS = List.of(
            new Truth(SpreadShape.GAUSSIAN, 100),
            new Truth(SpreadShape.GAUSSIAN, 115),
            new Truth(SpreadShape.GAUSSIAN, 130),
            new Truth(SpreadShape.DETECTOR_BOX, 115),
            new Truth(SpreadShape.WIDE_TAILS, 115));

    private PointSpreadChapter() {}

    static Chapter write(Effort effort, Path kept, Consumer<String> progress) {
        MarkdownTable table = new MarkdownTable(List.of("true point spread", "estimates, metres"));
        for (Truth truth : TRUTHS) {
            String name = "%s, %.0f m".formatted(truth.shape().title(), truth.fwhmMetres());
            progress.accept("point spread: " + name);
            List<String> found = new ArrayList<>();
            for (int i = 0; i < effort.variantArchives(); i++) {
                found.add(estimate(truth, kept, FIRST_SEED + i));
            }
            table.row(List.of(name, String.join(", ", found)));
        }
        return new Chapter(
                "Width of the point spread",
                "Idle roofs of known outline vary from scene to scene, and show as wide as the sensor is blurred. From %d dormant looks of one site each, the width of the likeliest Gaussian. It leans to the narrow side, the more the wider the truth is, because clutter and idle variation are fitted with the assumed width before: good enough to notice a sensor that is much narrower than believed, not to measure one. The score does not use it.%n%n%s"
                        .formatted(DORMANT_LOOKS, table));
    }

    private static String estimate(Truth truth, Path kept, long seed) {
        SimulatedArchive archive = SimulatedArchive.keptIn(
                kept,
                ArchiveRecipe.reference()
                        .withShape(truth.shape())
                        .withFwhmMetres(truth.fwhmMetres())
                        .withFwhmJitter(0)
                        .withDormantLooks(DORMANT_LOOKS),
                seed);
        ScoredSite scored = new HistoryPipeline()
                .run(
                        archive.site(),
                        archive.scenes().stream().map(ArchiveScene::sampled).toList(),
                        LocalDate.of(2021, 1, 1));
        return scored.pointSpreads().values().stream()
                .findFirst()
                .map(PointSpreadChapter::text)
                .orElse("none");
    }

    private static String text(PointSpreadEstimate estimate) {
        return "%.0f +- %.0f".formatted(estimate.fwhmMetres(), estimate.standardError());
    }
}
