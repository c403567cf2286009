package org.heatwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.validation.Effort;
import org.heatwatch.validation.RealPixels;
import org.heatwatch.validation.Validation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "validate",
        description = "Measures the performance of the score on simulated archives, and writes a report.",
        footer = {
            "",
            "A full run takes about half an hour on two cores, a short run some minutes. A second run "
                    + "takes half as long, since recovered samples are kept in the data folder. Random seeds are "
                    + "fixed, so that results are reproducible.",
            "",
            "Examples:",
            "  heatwatch validate                        # rewrites docs/validation.md",
            "  heatwatch validate --short -o /tmp/short",
            "  heatwatch validate --short --real products -o /tmp/mine   # with the grids of your own products",
            "  heatwatch validate --real-only --real series -o /tmp/series   # surface temperatures of one place"
        })
final class ValidateCommand extends HeatWatchCommand {
    @Option(names = "--short", description = "Use fewer archives: detects a large loss of power, but not a small one.")
    private boolean isShort;

    @Option(
            names = "--real",
            paramLabel = "DIR",
            description = "Folder with real products or thermal bands of level 1 (B10, B11), one folder each, whose "
                    + "grids are added to the report; or with a series of surface temperatures (*_ST_B10.TIF) of one "
                    + "place, which gets a chapter.")
    private @Nullable Path real;

    @Option(
            names = "--real-only",
            description = "Write the chapters on real pixels only, and keep the others of an earlier report.")
    private boolean isRealOnly;

    @Option(
            names = "--operating-only",
            description = "Write the chapter on sites in operation only, and keep the others of an earlier report: ten "
                    + "minutes on two cores.")
    private boolean isOperatingOnly;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for validation.md and its plots; default: docs, or validation-short with --short.")
    private @Nullable Path output;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DataFolder data;

    @Override
    public Integer call() {
        PrintWriter err = err();
        Path folder = output != null ? output : isShort ? Path.of("validation-short") : Installation.file("docs");
        try {
            RealPixels pixels = real == null ? RealPixels.NONE : RealFolder.read(real);
            Effort effort = isShort ? Effort.SHORT : Effort.FULL;
            Path cache = data.path().resolve("validation");
            if (isRealOnly) {
                Validation.runReal(pixels, folder, err::println);
            } else if (isOperatingOnly) {
                Validation.runOperating(effort, folder, cache, err::println);
            } else {
                Validation.run(effort, pixels, folder, cache, err::println);
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    "%s: cannot be written: %s; give another -o DIR".formatted(folder, e.getMessage()));
        }
        out().println(folder.resolve("validation.md"));
        return 0;
    }
}
