package org.heatwatch.validation;

import java.nio.file.Path;
import org.heatwatch.validation.LayoutBuilding.Group;

/** Fills the folder of recovered samples for a range of seeds: arguments are folder, first and last seed. */
final class LayoutCacheMain {
    private LayoutCacheMain() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        for (long seed = Long.parseLong(arguments[1]); seed <= Long.parseLong(arguments[2]); seed++) {
            long start = System.nanoTime();
            LayoutArchive archive = UnknownLayout.keptIn(folder, seed);
            System.out.printf(
                    "seed %d: %d buildings, %d hot, %d in use; %d reference and %d recent scenes, %d resolved; %.0f s%n",
                    seed,
                    archive.buildings().size(),
                    archive.buildings(Group.HOT).size(),
                    archive.buildings(Group.IN_USE).size(),
                    archive.group(SimulatedArchive.REFERENCE).size(),
                    archive.group(LayoutPlan.RECENT).size(),
                    archive.scenes().stream()
                            .filter(s -> s.sampled().scene().isResolved())
                            .count(),
                    (System.nanoTime() - start) / 1e9);
        }
    }
}
