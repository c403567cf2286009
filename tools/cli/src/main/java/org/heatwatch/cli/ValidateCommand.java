package org.heatwatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        description = "Measures on simulated archives what the score can do, and writes the report.",
        footer = {
            "",
            "The whole takes about half an hour on two cores, the short form some minutes; a second run takes half of it,",
            "since recovered samples are kept in the data folder. Seeds are fixed: the figures come out the same.",
            "",
            "Examples:",
            "  heatwatch validate                        # writes docs/validation.md anew",
            "  heatwatch validate --short -o /tmp/short",
            "  heatwatch validate --short --real products -o /tmp/mine   # grids of your own products too"
        })
final class ValidateCommand extends HeatWatchCommand {
    @Option(names = "--short", description = "Fewer archives: catches a real loss of power, not a small one.")
    private boolean isShort;

    @Option(names = "--real", paramLabel = "DIR", description = "Folder of product folders, for the table of grids.")
    private @Nullable Path real;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where validation.md and its plots go; default: the project's docs, or validation-short.")
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
            throw new CommandFailure("the report cannot be written to " + folder + ": " + e.getMessage());
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
