package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs all experiments that validate the score, from fixed seeds, and writes the report. */
public final class Validation {
    private static final String PREFACE =
            "Written by `./heatwatch validate` from fixed seeds: a repeated run gives the same figures. "
                    + "All scenes except those of the first table are simulated, by code that shares nothing with "
                    + "the processing chain under test; effects that are not simulated are not validated. "
                    + "[method.md](method.md) explains how to read the score.\n\n";

    private Validation() {}

    /**
     * Runs every experiment and writes the report.
     *
     * @param effort amount of simulation
     * @param real further real images for the table of grids
     * @param folder output folder for {@code validation.md} and the plots in {@code validation/}
     * @param cache folder of recovered samples, which shorten a second run; files are named by the digest of their
     *     input
     * @param progress receives a line per step
     * @throws IOException if the report cannot be written
     */
    public static void run(Effort effort, List<GridImage> real, Path folder, Path cache, Consumer<String> progress)
            throws IOException {
        Path plots = folder.resolve("validation");
        Files.createDirectories(plots);
        Files.createDirectories(cache);
        List<Chapter> chapters = new ArrayList<>();
        progress.accept("grids on real pixels");
        chapters.add(GridChapter.write(real));
        ReferenceExperiment experiment = ReferenceExperiment.run(effort, cache, progress);
        chapters.add(RecoveryChapter.write(experiment));
        chapters.add(ReferenceParcelChapter.write(experiment, plots));
        chapters.add(DetectionChapter.of(experiment).write(plots));
        chapters.add(HotSpotChapter.write(effort, cache, progress));
        chapters.add(FalseStartChapter.write(experiment));
        Path file = folder.resolve("validation.md");
        write(chapters, file); // the remaining chapters take long
        progress.accept("states");
        chapters.add(StateChapter.write(effort, plots));
        chapters.add(RobustnessChapter.write(effort, cache, progress));
        chapters.add(PointSpreadChapter.write(effort, cache, progress));
        write(chapters, file);
    }

    private static void write(List<Chapter> chapters, Path file) throws IOException {
        StringBuilder text = new StringBuilder("# Validation\n\n");
        text.append(PREFACE);
        for (Chapter chapter : chapters) {
            text.append("## ")
                    .append(chapter.title())
                    .append("\n\n")
                    .append(chapter.text().strip())
                    .append("\n\n");
        }
        Files.writeString(file, text.toString().strip() + "\n");
    }
}
