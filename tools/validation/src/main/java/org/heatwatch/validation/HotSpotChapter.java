package org.heatwatch.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Detection of hot spots without outlines of buildings. */
final class HotSpotChapter {
    private static final int[] SCENE_COUNTS = {60, 35};
    private static final long FIRST_SEED = 7000;
    private static final int SHARE_OF_ARCHIVES = 5;
    private static final double[] EXCESSES = {3, 5, 8, 12, 20};

    private HotSpotChapter() {}

    static Chapter write(Effort effort, Path cache, Consumer<String> progress) {
        HotSpotTally tally = new HotSpotTally();
        int archives = Math.max(1, effort.archives() / SHARE_OF_ARCHIVES);
        for (int i = 0; i < archives; i++) {
            progress.accept("hot spots, archive %d of %d".formatted(i + 1, archives));
            SimulatedArchive archive = SimulatedArchive.keptIn(cache, recipe(effort), FIRST_SEED + i);
            for (int sceneCount : SCENE_COUNTS) {
                tally.take(JudgedArchive.of(JudgedArchive.withReferenceScenes(archive, sceneCount)), sceneCount);
            }
        }
        return new Chapter(
                "Hot spots without outlines",
                ("A matched filter searches the whole site, in %d archives. The goal is one false hot spot "
                                + "in 1,000 idle scenes. A hot spot is attributed to a factory if it lies within "
                                + "%.0f m of the factory's centre. The five factories are about 140 m apart, little "
                                + "more than the width of the point spread, and cover 3,000 to 7,000 m2. The table "
                                + "shows from which excess they are found separately without outlines.%n%n%s")
                        .formatted(archives, HotSpotTrials.MATCH_METRES, tally.table()));
    }

    private static ArchiveRecipe recipe(Effort effort) {
        List<TestGroup> groups = new ArrayList<>();
        groups.add(TestGroup.idle(ReferenceExperiment.IDLE, 2 * effort.idleScenes()));
        for (double kelvin : EXCESSES) {
            groups.add(TestGroup.allOn("%02.0f K".formatted(kelvin), effort.variantScenes(), kelvin));
        }
        return ArchiveRecipe.reference().withReferenceScenes(SCENE_COUNTS[0]).withGroups(groups);
    }
}
