package org.heatwatch.validation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.heatwatch.validation.Detections.Threshold;

/**
 * Prints the table of detection next to the figures that were published before: arguments are the number of dormant
 * looks, of archives, of idle test scenes and of scenes at each excess.
 */
final class CompareMethods {
    private static final int REPLICATES = 500;
    private static final Path READINGS = Path.of(System.getProperty("java.io.tmpdir"), "heatwatch-readings");

    /** Detection at 1 % false alarms of 2 and 3 K with 90 looks, plus or minus 0.03. */
    private static final Map<String, String> PUBLISHED_90 = Map.of(
            Methods.seasonalZonalMean().name(), ".29 .57",
            Methods.pixelResiduals().name(), ".50 .82",
            Methods.bound().name(), ".62 .93");

    /** The same with 36 looks. */
    private static final Map<String, String> PUBLISHED_36 = Map.of(
            Methods.seasonalZonalMean().name(), ".30 .57",
            Methods.pixelResiduals().name(), ".44 .76");

    private CompareMethods() {}

    public static void main(String[] arguments) {
        int looks = Integer.parseInt(arguments[0]);
        int archives = Integer.parseInt(arguments[1]);
        int idle = Integer.parseInt(arguments[2]);
        int on = Integer.parseInt(arguments[3]);
        ArchiveRecipe recipe = ArchiveRecipe.reference()
                .withDormantLooks(looks)
                .withGroups(List.of(
                        TestGroup.idle("idle", idle),
                        TestGroup.allOn("2 K", on, 2),
                        TestGroup.allOn("3 K", on, 3),
                        TestGroup.allOn("5 K", on, 5)));
        print(trials(recipe, archives), looks, System.out);
    }

    static List<Trial> trials(ArchiveRecipe recipe, int archives) {
        List<Trial> trials = new ArrayList<>();
        LongStream.rangeClosed(1, archives).forEach(seed -> {
            long start = System.nanoTime();
            SimulatedArchive archive = SimulatedArchive.keptIn(READINGS, recipe, seed);
            long simulated = System.nanoTime();
            trials.addAll(Trial.of(archive, Methods.all()));
            System.err.printf(
                    "archive %d: %d scenes, %.0f s simulated, %.0f s judged%n",
                    seed, archive.scenes().size(), (simulated - start) * 1e-9, (System.nanoTime() - simulated) * 1e-9);
        });
        return trials;
    }

    private static void print(List<Trial> trials, int looks, PrintStream out) {
        Detections detections = Detections.of(trials, "idle", REPLICATES, 1);
        Map<String, String> published = looks > 60 ? PUBLISHED_90 : PUBLISHED_36;
        for (Threshold threshold : Threshold.values()) {
            out.printf("%n%d looks, threshold %s: idle, 2 K, 3 K, 5 K; published 2 and 3 K%n", looks, threshold);
            for (String method : detections.methods()) {
                out.printf("%-50s", method);
                for (String group : List.of("idle", "2 K", "3 K", "5 K")) {
                    out.printf(" %s", detections.rate(method, group, threshold));
                }
                out.printf("  %s%n", published.getOrDefault(method, ""));
            }
        }
    }
}
