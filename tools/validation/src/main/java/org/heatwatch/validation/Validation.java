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
                    + "All scenes except those of the chapters on real pixels and real passes are simulated, by code "
                    + "that shares nothing with the processing chain under test; effects that are not simulated are "
                    + "not validated. The chapter on real passes was written with `--real`; a run without that "
                    + "option keeps it. "
                    + "[method.md](method.md) explains how to read the score.\n\n";

    private static final String FILE = "validation.md";

    private Validation() {}

    /**
     * Runs every experiment and writes the report.
     *
     * <p>Chapters on series of real images in an earlier report are kept if no such series is given: their pixels are
     * not part of the project.
     *
     * @param effort amount of simulation
     * @param real further real images
     * @param folder output folder for {@code validation.md} and the plots in {@code validation/}
     * @param cache folder of recovered samples, which shorten a second run; files are named by the digest of their
     *     input
     * @param progress receives a line per step
     * @throws IOException if the report cannot be written
     */
    public static void run(Effort effort, RealPixels real, Path folder, Path cache, Consumer<String> progress)
            throws IOException {
        Path plots = folder.resolve("validation");
        Files.createDirectories(plots);
        Files.createDirectories(cache);
        List<Chapter> chapters = realChapters(real, folder, progress);
        ReferenceExperiment experiment = ReferenceExperiment.run(effort, cache, progress);
        chapters.add(RecoveryChapter.write(experiment));
        chapters.add(ReferenceParcelChapter.write(experiment, plots));
        chapters.add(DetectionChapter.of(experiment).write(plots));
        chapters.add(HotSpotChapter.write(effort, cache, progress));
        chapters.add(LayoutChapter.write(effort, SourceFinder.INSTANCE, plots, cache, progress));
        chapters.add(FalseStartChapter.write(experiment));
        Path file = folder.resolve(FILE);
        Report.write(file, PREFACE, chapters); // the remaining chapters take long
        progress.accept("states");
        chapters.add(StateChapter.write(effort, plots));
        chapters.add(OperatingChapter.write(effort, cache, progress));
        chapters.add(RobustnessChapter.write(effort, cache, progress));
        chapters.add(PointSpreadChapter.write(effort, cache, progress));
        Report.write(file, PREFACE, chapters);
    }

    /**
     * Writes the chapters on real images only; the other chapters of an earlier report are kept.
     *
     * @param real further real images
     * @param folder output folder for {@code validation.md} and the plots in {@code validation/}
     * @param progress receives a line per step
     * @throws IOException if the report cannot be read or written
     */
    public static void runReal(RealPixels real, Path folder, Consumer<String> progress) throws IOException {
        Files.createDirectories(folder.resolve("validation"));
        Path file = folder.resolve(FILE);
        List<Chapter> simulated = Report.chapters(file).stream()
                .filter(chapter -> !isSeries(chapter) && !chapter.title().equals(GridChapter.TITLE))
                .toList();
        List<Chapter> chapters = realChapters(real, folder, progress);
        chapters.addAll(simulated);
        Report.write(file, PREFACE, chapters);
    }

    /**
     * Writes the chapter on sites in operation only; the other chapters of an earlier report are kept.
     *
     * @param effort amount of simulation
     * @param folder output folder for {@code validation.md}
     * @param cache folder of recovered samples
     * @param progress receives a line per step
     * @throws IOException if the report cannot be read or written
     */
    public static void runOperating(Effort effort, Path folder, Path cache, Consumer<String> progress)
            throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(cache);
        Path file = folder.resolve(FILE);
        List<Chapter> chapters = new ArrayList<>(Report.chapters(file));
        chapters.removeIf(chapter -> chapter.title().equals(OperatingChapter.TITLE));
        int states = chapters.stream().map(Chapter::title).toList().indexOf(StateChapter.TITLE);
        chapters.add(states < 0 ? chapters.size() : states + 1, OperatingChapter.write(effort, cache, progress));
        Report.write(file, PREFACE, chapters);
    }

    private static List<Chapter> realChapters(RealPixels real, Path folder, Consumer<String> progress)
            throws IOException {
        progress.accept("grids on real pixels");
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(GridChapter.write(real.products()));
        for (ImageSeries series : real.series()) {
            chapters.add(SeriesChapter.write(series, folder.resolve("validation"), progress));
        }
        if (real.series().isEmpty()) {
            Report.chapters(folder.resolve(FILE)).stream()
                    .filter(Validation::isSeries)
                    .forEach(chapters::add);
        }
        return chapters;
    }

    private static boolean isSeries(Chapter chapter) {
        return chapter.title().startsWith(SeriesChapter.TITLE);
    }
}
