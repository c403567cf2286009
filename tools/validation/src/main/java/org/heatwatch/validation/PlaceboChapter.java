package org.heatwatch.validation;

import java.util.List;
import org.heatwatch.validation.ReferenceExperiment.Findings;

/** Idle parcels followed as if they were factories, through the whole chain. */
final class PlaceboChapter {
    /** Usable day passes of two satellites over Kaesong in a year; the archives' own looks are counted in such years. */
    static final double LOOKS_PER_YEAR = 17;

    private PlaceboChapter() {}

    static Chapter write(ReferenceExperiment experiment) {
        MarkdownTable table = new MarkdownTable(
                List.of("dormant looks", "parcels' years", "false starts", "a year and five parcels", "aimed at"));
        for (int looks : ReferenceExperiment.LOOKS) {
            Findings found = experiment.findings(looks);
            table.row(List.of(
                    "%d".formatted(looks),
                    "%.0f".formatted(found.roofYears),
                    "%d".formatted(found.falseStarts),
                    "%.3f".formatted(5 * found.falseStarts / found.roofYears),
                    "0.05 or less"));
        }
        return new Chapter(
                "Placebo",
                "Every idle parcel of every archive, dormant years and test years, in a year of %.0f looks. The factories beside them are on in most of the test scenes, so that what leaks over from them counts too.%n%n%s"
                        .formatted(LOOKS_PER_YEAR, table));
    }
}
