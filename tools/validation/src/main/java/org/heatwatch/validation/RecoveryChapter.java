package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.validation.ReferenceExperiment.Findings;

/** Bias of the estimated excess, and calibration of its error. */
final class RecoveryChapter {
    private RecoveryChapter() {}

    static Chapter write(ReferenceExperiment experiment) {
        MarkdownTable shares = new MarkdownTable(List.of("true point spread", "2 K", "3 K", "5 K"));
        Findings found = experiment.findings(ReferenceExperiment.SCENE_COUNTS[0]);
        found.recovered.forEach((shape, groups) -> {
            List<String> row = new ArrayList<>(List.of(shape.title()));
            for (String group : List.of("2 K", "3 K", "5 K")) {
                SampleStatistics sample = SampleStatistics.of(groups.getOrDefault(group, List.of()));
                row.add("%.3f +- %.3f"
                        .formatted(sample.mean(), sample.standardDeviation() / Math.sqrt(Math.max(1, sample.count()))));
            }
            shares.row(row);
        });
        MarkdownTable errors =
                new MarkdownTable(List.of("reference scenes", "mean published error", "rms z of idle factories"));
        for (int sceneCount : ReferenceExperiment.SCENE_COUNTS) {
            Findings f = experiment.findings(sceneCount);
            errors.row(List.of(
                    "%d".formatted(sceneCount),
                    "%.3f K".formatted(SampleStatistics.of(f.idleErrors).mean()),
                    "%.3f".formatted(SampleStatistics.of(f.idleDeviations).rootMeanSquare())));
        }
        return new Chapter(
                "Bias and error of the excess",
                "Ratio of the estimated effective kelvin to the simulated kelvin. The chain assumes a "
                        + "Gaussian of 116 m; the true width is 115 m on average and varies by up to 3 % within each "
                        + "row. The goal is a bias below 3 % for the Gaussian. The other rows show the uncertainty "
                        + "due to the unknown point spread, which is the same for all facilities and years.\n\n"
                        + shares
                        + "\nThe published error is correct if the rms of z is within 10 % of 1.\n\n"
                        + errors);
    }
}
