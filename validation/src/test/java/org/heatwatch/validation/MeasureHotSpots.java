package org.heatwatch.validation;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.heatwatch.validation.HotSpotTrials.Match;
import org.heatwatch.validation.HotSpotTrials.Outcome;

/**
 * Prints how hot spots fare: arguments are the number of dormant looks, of archives, of idle test scenes and of scenes at
 * each excess.
 */
final class MeasureHotSpots {
    private static final Path READINGS = Path.of(System.getProperty("java.io.tmpdir"), "heatwatch-readings");
    private static final List<Integer> KELVIN = List.of(3, 5, 8);

    private MeasureHotSpots() {}

    public static void main(String[] arguments) {
        int looks = Integer.parseInt(arguments[0]);
        int archives = Integer.parseInt(arguments[1]);
        int idle = Integer.parseInt(arguments[2]);
        int on = Integer.parseInt(arguments[3]);
        List<TestGroup> groups = new ArrayList<>(List.of(TestGroup.idle("idle", idle)));
        KELVIN.forEach(k -> groups.add(TestGroup.allOn("five at " + k + " K", on, k)));
        KELVIN.forEach(k -> groups.add(new TestGroup("one at " + k + " K", on, k, Set.of(1))));
        ArchiveRecipe recipe = ArchiveRecipe.reference().withDormantLooks(looks).withGroups(groups);
        Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
        LongStream.rangeClosed(1, archives).forEach(seed -> {
            HotSpotTrials trials = HotSpotTrials.of(JudgedArchive.of(SimulatedArchive.keptIn(READINGS, recipe, seed)));
            System.err.printf("archive %d: %s%n", seed, trials);
            for (TestGroup group : groups) {
                outcomes.computeIfAbsent(group.name(), name -> new ArrayList<>())
                        .addAll(trials.search(group.name()));
            }
        });
        outcomes.forEach((group, its) -> print(looks, group, its, System.out));
    }

    private static void print(int looks, String group, List<Outcome> outcomes, PrintStream out) {
        List<Match> matches =
                outcomes.stream().flatMap(o -> o.matches().stream()).toList();
        long on = outcomes.stream().mapToLong(o -> o.on().size()).sum();
        long others = outcomes.stream().mapToLong(o -> o.others().size()).sum();
        long alarmed = outcomes.stream().filter(o -> !o.others().isEmpty()).count();
        out.printf("%d looks, %s: %d scenes, %d with other spots (%d)", looks, group, outcomes.size(), alarmed, others);
        if (on > 0) {
            out.printf(", found %.2f of %d; scenes with 0..5 of five:", (double) matches.size() / on, on);
            for (int n = 0; n <= 5; n++) {
                int count = n;
                out.printf(
                        " %d",
                        outcomes.stream()
                                .filter(o -> o.matches().size() == count)
                                .count());
            }
            for (int n = 0; n <= 6; n++) {
                int count = n;
                out.printf(
                        "%s %d",
                        n == 0 ? ", spots 0..6:" : "",
                        outcomes.stream()
                                .filter(o -> o.found().spots().size() == count)
                                .count());
            }
        }
        if (!matches.isEmpty()) {
            print(matches, out);
        }
        out.println();
    }

    private static void print(List<Match> matches, PrintStream out) {
        double squares = 0;
        double errors = 0;
        int one = 0;
        int two = 0;
        double ratio = 0;
        double pulls = 0;
        for (Match match : matches) {
            double metres = match.truth().metres(match.spot());
            double error = match.spot().positionError();
            squares += metres * metres;
            errors += 2 * error * error;
            one += metres <= error ? 1 : 0;
            two += metres <= 2 * error ? 1 : 0;
            double amount = match.spot().kelvinSquareMetres();
            double truth = match.truth().kelvinSquareMetres();
            double pull = (amount - truth) / match.spot().kelvinSquareMetresError();
            ratio += amount / truth;
            pulls += pull * pull;
        }
        int n = matches.size();
        out.printf(
                "; off by %.0f m rms, expected %.0f; within 1 error %.2f, 2 %.2f; amount %.2f of the true, rms pull %.2f",
                Math.sqrt(squares / n),
                Math.sqrt(errors / n),
                (double) one / n,
                (double) two / n,
                ratio / n,
                Math.sqrt(pulls / n));
    }
}
