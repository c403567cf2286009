package org.heatwatch.validation;

import java.util.List;
import org.heatwatch.validation.ReferenceExperiment.Findings;

/** False starts of reference parcels that are processed as if they were factories, by the whole chain. */
final class FalseStartChapter {
    /** Usable day passes of two satellites over Kaesong in a year, by which observations are converted to years. */
    static final double OBSERVATIONS_PER_YEAR = 17;

    private FalseStartChapter() {}

    static Chapter write(ReferenceExperiment experiment) {
        MarkdownTable table = new MarkdownTable(
                List.of("reference scenes", "parcel-years", "false starts", "per year and five parcels", "goal"));
        for (int sceneCount : ReferenceExperiment.SCENE_COUNTS) {
            Findings found = experiment.findings(sceneCount);
            table.row(List.of(
                    "%d".formatted(sceneCount),
                    "%.0f".formatted(found.parcelYears),
                    "%d".formatted(found.falseStarts),
                    "%.3f".formatted(5 * found.falseStarts / found.parcelYears),
                    "0.05 or less"));
        }
        return new Chapter(
                "False starts of reference parcels",
                ("All reference parcels of all archives, in the reference period and the test years; a year "
                                + "has %.0f observations. The factories next to them are on in most of the test "
                                + "scenes, so that leakage from neighbours is included.%n%n%s")
                        .formatted(OBSERVATIONS_PER_YEAR, table));
    }
}
