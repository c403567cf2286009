package org.heatwatch.validation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.heatwatch.estimation.fit.PointSpreadEstimate;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.ScoredSite;

/** Estimates of the width of the sensor's point spread from reference scenes. */
final class PointSpreadChapter {
    private static final int REFERENCE_SCENES = 45;
    private static final long FIRST_SEED = 5000;

    private record Truth(SpreadShape shape, double fwhmMetres) {}

    private static final List<Truth> TRUTHS = List.of(
            new Truth(SpreadShape.GAUSSIAN, 100),
            new Truth(SpreadShape.GAUSSIAN, 115),
            new Truth(SpreadShape.GAUSSIAN, 130),
            new Truth(SpreadShape.DETECTOR_BOX, 115),
            new Truth(SpreadShape.WIDE_TAILS, 115));

    private PointSpreadChapter() {}

    static Chapter write(Effort effort, Path cache, Consumer<String> progress) {
        MarkdownTable table = new MarkdownTable(List.of("true point spread", "estimates, metres"));
        for (Truth truth : TRUTHS) {
            String name = "%s, %.0f m".formatted(truth.shape().title(), truth.fwhmMetres());
            progress.accept("point spread: " + name);
            List<String> found = new ArrayList<>();
            for (int i = 0; i < effort.variantArchives(); i++) {
                found.add(estimate(truth, cache, FIRST_SEED + i));
            }
            table.row(List.of(name, String.join(", ", found)));
        }
        return new Chapter(
                "Width of the point spread",
                ("Idle buildings with known outlines vary from scene to scene, and their variation is "
                                + "blurred by the point spread of the sensor. The table shows the "
                                + "maximum-likelihood width of a Gaussian, each estimated from %d reference scenes "
                                + "of one site. The estimates are biased towards narrow widths, more so for a wider "
                                + "point spread, because background covariance and idle variability are fitted "
                                + "beforehand with the assumed width. This suffices to detect a sensor that is much "
                                + "narrower than assumed, but not to measure its width. The score does not use the "
                                + "estimates.%n%n%s")
                        .formatted(REFERENCE_SCENES, table));
    }

    private static String estimate(Truth truth, Path cache, long seed) {
        SimulatedArchive archive = SimulatedArchive.keptIn(
                cache,
                ArchiveRecipe.reference()
                        .withShape(truth.shape())
                        .withFwhmMetres(truth.fwhmMetres())
                        .withFwhmJitter(0)
                        .withReferenceScenes(REFERENCE_SCENES),
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
