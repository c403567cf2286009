package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.validation.LinePlot.Point;
import org.heatwatch.validation.ReferenceExperiment.Findings;

/** Distribution of the scores of idle footprints, which should be uniform. */
final class ReferenceParcelChapter {
    private static final int STEPS = 50;

    private ReferenceParcelChapter() {}

    static Chapter write(ReferenceExperiment experiment, Path folder) throws IOException {
        MarkdownTable table = new MarkdownTable(List.of(
                "idle footprints",
                "observations",
                "KS distance",
                "above 99",
                "rms z",
                "spread of the mean z per footprint"));
        LinePlot plot = new LinePlot("Scores of idle footprints", "score", "share of observations below");
        for (int sceneCount : ReferenceExperiment.SCENE_COUNTS) {
            Findings found = experiment.findings(sceneCount);
            rows(table, sceneCount, found);
            plot.line(
                    "reference parcels, %d reference scenes".formatted(sceneCount),
                    distribution(found.referenceParcels));
            plot.line(
                    "factories while idle, %d reference scenes".formatted(sceneCount),
                    distribution(found.idleFacilities));
        }
        plot.reference("uniform", 0, 0, 100, 1).write(folder.resolve("idle-scores.png"));
        return new Chapter(
                "Idle footprints",
                "Goals: a distance from the uniform distribution below 0.03, and between 0.5 and 2 % of "
                        + "the scores above 99. Reference parcels are scored as if they were factories, by the "
                        + "whole chain.\n\n"
                        + table
                        + "\n![Distribution of the scores of idle footprints](validation/idle-scores.png)\n");
    }

    private static void rows(MarkdownTable table, int sceneCount, Findings found) {
        row(
                table,
                "factories while idle, %d reference scenes".formatted(sceneCount),
                found.idleFacilities,
                found.idleDeviations,
                List.of());
        row(
                table,
                "reference parcels, %d reference scenes".formatted(sceneCount),
                found.referenceParcels,
                found.parcelZ,
                found.parcelMeans);
        row(
                table,
                "reference parcels in the reference period, leave-one-out, %d reference scenes".formatted(sceneCount),
                found.referencePeriodParcels,
                List.of(),
                List.of());
    }

    private static void row(MarkdownTable table, String name, List<Double> scores, List<Double> z, List<Double> means) {
        SampleStatistics sample = SampleStatistics.of(scores);
        table.row(List.of(
                name,
                "%d".formatted(sample.count()),
                "%.3f".formatted(sample.distanceFromUniform()),
                "%.2f %%".formatted(100 * sample.share(s -> s > 0.99)),
                z.isEmpty() ? "" : "%.2f".formatted(SampleStatistics.of(z).rootMeanSquare()),
                means.isEmpty()
                        ? ""
                        : "%.2f".formatted(SampleStatistics.of(means).standardDeviation())));
    }

    private static List<Point> distribution(List<Double> scores) {
        SampleStatistics sample = SampleStatistics.of(scores);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            points.add(new Point(100 * sample.quantile(share), share));
        }
        return points;
    }
}
