package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The evidence for the score, from fixed seeds: what it can do, beside what is done today and what could be done at best. */
public final class Validation {
    private Validation() {}

    /**
     * Runs every experiment and writes the report.
     *
     * @param real further real images for the table of grids
     * @param folder that gets {@code validation.md}, and plots in {@code validation/}
     * @param kept folder of samples that were recovered before, so that a second run is short; they are named by the digest
     *     of all that decides them
     * @param progress told what is being done
     * @throws IOException if the report cannot be written
     */
    public static void run(Effort effort, List<GridImage> real, Path folder, Path kept, Consumer<String> progress)
            throws IOException {
        Path plots = folder.resolve("validation");
        Files.createDirectories(plots);
        Files.createDirectories(kept);
        List<Chapter> chapters = new ArrayList<>();
        progress.accept("grids on real pixels");
        chapters.add(GridChapter.write(real));
        ReferenceExperiment experiment = ReferenceExperiment.run(effort, kept, progress);
        chapters.add(RecoveryChapter.write(experiment));
        chapters.add(NullChapter.write(experiment, plots));
        chapters.add(new DetectionChapter(experiment).write(plots));
        chapters.add(HotSpotChapter.write(effort, kept, progress));
        chapters.add(PlaceboChapter.write(experiment));
        Path file = folder.resolve("validation.md");
        write(chapters, file); // what follows takes long
        progress.accept("states");
        chapters.add(StateChapter.write(effort, plots));
        chapters.add(RobustnessChapter.write(effort, kept, progress));
        chapters.add(PointSpreadChapter.write(effort, kept, progress));
        write(chapters, file);
    }

    private static void write(List<Chapter> chapters, Path file) throws IOException {
        StringBuilder text = new StringBuilder("# Validation\n\n");
        text.append(preface().orElse(""));
        for (Chapter chapter : chapters) {
            text.append("## ")
                    .append(chapter.title())
                    .append("\n\n")
                    .append(chapter.text().strip())
                    .append("\n\n");
        }
        Files.writeString(file, text.toString().strip() + "\n");
    }

    private static Optional<String> preface() {
        return Optional.of(
                "Written by `./heatwatch validate`, from fixed seeds: run it again and get the same figures. All scenes but those of the first table are simulated, by code that the chain under test does not share; what is not simulated here is not proven. How to read the score is told in [method.md](method.md).\n\n");
    }
}
