package org.heatwatch.validation;

import java.nio.file.Path;
import java.util.List;
import org.heatwatch.validation.LayoutBuilding.Group;

/** Scores the methods on pixels: arguments are the folder of recovered samples, first and last seed. */
final class LayoutMethodsMain {
    private LayoutMethodsMain() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        for (long seed = Long.parseLong(arguments[1]); seed <= Long.parseLong(arguments[2]); seed++) {
            long begin = System.nanoTime();
            LayoutArchive archive = UnknownLayout.keptIn(folder, seed);
            System.out.printf("seed %d: archive %.1f s%n", seed, (System.nanoTime() - begin) / 1e9);
            for (PixelFinder finder : PixelFinder.values()) {
                long start = System.nanoTime();
                PlaceSequence sequence = finder.find(archive);
                double seconds = (System.nanoTime() - start) / 1e9;
                StringBuilder line = new StringBuilder("%-16s %5.1f s".formatted(finder, seconds));
                line.append(text(score(archive, sequence.at(finder.threshold()))));
                for (int most = 0; most <= 2; most++) {
                    int limit = most;
                    line.append(text(score(
                            archive,
                            sequence.raisedUntil(
                                    0,
                                    places ->
                                            score(archive, places).falsePlaces().size() <= limit))));
                }
                System.out.println(line);
            }
        }
    }

    private static LayoutScore score(LayoutArchive archive, List<FoundPlace> places) {
        return LayoutScore.of(archive, places, LayoutPlan.RECENT_FROM, LayoutPlan.RECENT_TO);
    }

    private static String text(LayoutScore score) {
        double least = score.matches().stream()
                .mapToDouble(match -> match.place().z())
                .min()
                .orElse(Double.NaN);
        return " | z>=%.1f %d/%d/%d %.0f m %.2f"
                .formatted(
                        least,
                        score.found(Group.HOT),
                        score.found(Group.IN_USE),
                        score.falsePlaces().size(),
                        score.positionRms(),
                        score.meanRatio());
    }
}
