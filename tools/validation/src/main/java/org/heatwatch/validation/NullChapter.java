package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.validation.LinePlot.Point;
import org.heatwatch.validation.ReferenceExperiment.Findings;

/** What the score says of roofs that are idle: it must be uniform. */
final class NullChapter {
    private static final int STEPS = 50;

    private NullChapter() {}

    static Chapter write(ReferenceExperiment experiment, Path folder) throws IOException {
        MarkdownTable table = new MarkdownTable(List.of(
                "idle roofs",
                "looks",
                "KS distance",
                "above 99",
                "rms z or its likeness",
                "spread of a roof's mean z"));
        LinePlot plot = new LinePlot("Scores of idle roofs", "score", "share of looks below");
        for (int looks : ReferenceExperiment.LOOKS) {
            Findings found = experiment.findings(looks);
            row(
                    table,
                    "factories while idle, %d dormant looks".formatted(looks),
                    found.idleFacilities,
                    found.idleDeviations,
                    List.of());
            row(
                    table,
                    "idle parcels, %d dormant looks".formatted(looks),
                    found.idleParcels,
                    found.parcelZ,
                    found.parcelMeans);
            row(
                    table,
                    "idle parcels in the dormant era, left out, %d".formatted(looks),
                    found.dormantParcels,
                    List.of(),
                    List.of());
            plot.line("idle parcels, %d dormant looks".formatted(looks), distribution(found.idleParcels));
            plot.line("factories while idle, %d".formatted(looks), distribution(found.idleFacilities));
        }
        plot.reference("uniform", 0, 0, 100, 1).write(folder.resolve("null.png"));
        return new Chapter(
                "Idle roofs",
                "Aimed at: a distance from uniform below 0.03, between 0.5 and 2 % above a score of 99. An idle parcel scored as if it were a factory goes through the whole chain.\n\n"
                        + table
                        + "\n![Distribution of the scores of idle roofs](validation/null.png)\n");
    }

    private static void row(MarkdownTable table, String name, List<Double> scores, List<Double> z, List<Double> means) {
        Sample sample = Sample.of(scores);
        table.row(List.of(
                name,
                "%d".formatted(sample.count()),
                "%.3f".formatted(sample.distanceFromUniform()),
                "%.2f %%".formatted(100 * sample.share(s -> s > 0.99)),
                z.isEmpty() ? "" : "%.2f".formatted(Sample.of(z).rootMeanSquare()),
                means.isEmpty() ? "" : "%.2f".formatted(Sample.of(means).standardDeviation())));
    }

    private static List<Point> distribution(List<Double> scores) {
        Sample sample = Sample.of(scores);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            points.add(new Point(100 * sample.quantile(share), share));
        }
        return points;
    }
}
