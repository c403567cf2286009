package org.heatwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.clip.ClearMiddle;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.raster.DirectoryProduct;
import org.heatwatch.score.GridPriors;
import org.heatwatch.validation.Effort;
import org.heatwatch.validation.GridImage;
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
            "  heatwatch validate --short --real products -o /tmp/mine   # with the grids of your own products"
        })
final class ValidateCommand extends HeatWatchCommand {
    @Option(names = "--short", description = "Use fewer archives: detects a large loss of power, but not a small one.")
    private boolean isShort;

    @Option(
            names = "--real",
            paramLabel = "DIR",
            description = "Folder with real products, one folder each, whose grids are added to the report.")
    private @Nullable Path real;

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
            Validation.run(
                    isShort ? Effort.SHORT : Effort.FULL,
                    real == null ? List.of() : images(real),
                    folder,
                    data.path().resolve("validation"),
                    err::println);
        } catch (IOException e) {
            throw new CommandFailure(
                    "%s: cannot be written: %s; give another -o DIR".formatted(folder, e.getMessage()));
        }
        out().println(folder.resolve("validation.md"));
        return 0;
    }

    private static List<GridImage> images(Path folder) throws IOException {
        List<Path> products;
        try (Stream<Path> entries = Files.list(folder)) {
            products = entries.filter(Files::isDirectory).sorted().toList();
        }
        List<GridImage> images = new ArrayList<>();
        for (Path path : products) {
            Product product = Product.open(DirectoryProduct.in(path));
            Clip clip = product.clip(ClearMiddle.of(product));
            images.add(new GridImage(
                    product.info().id().toString(),
                    clip.image(),
                    GridPriors.ofOrbit(clip).geometry().rotationDegrees()));
        }
        return images;
    }
}
