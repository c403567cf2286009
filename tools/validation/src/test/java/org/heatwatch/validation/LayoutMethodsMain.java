package org.heatwatch.validation;

import java.nio.file.Path;
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
                for (double factor : new double[] {0.8, 1, 1.33, 1.6}) {
                    LayoutScore score = LayoutScore.of(
                            archive,
                            sequence.at(factor * finder.threshold()),
                            LayoutPlan.RECENT_FROM,
                            LayoutPlan.RECENT_TO);
                    line.append(" | z>%.1f %d/%d/%d %.0f m %.2f"
                            .formatted(
                                    factor * finder.threshold(),
                                    score.found(Group.HOT),
                                    score.found(Group.IN_USE),
                                    score.falsePlaces().size(),
                                    score.positionRms(),
                                    score.meanRatio()));
                }
                System.out.println(line);
            }
        }
    }
}
