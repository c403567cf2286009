package org.heatwatch.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is found where nobody has traced a building. */
final class HotSpotChapter {
    private static final int[] LOOKS = {60, 35};
    private static final long FIRST_SEED = 7000;
    private static final int SHARE_OF_ARCHIVES = 5;
    private static final double[] EXCESSES = {3, 5, 8, 12, 20};

    private HotSpotChapter() {}

    static Chapter write(Effort effort, Path kept, Consumer<String> progress) {
        HotSpotTally tally = new HotSpotTally();
        int archives = Math.max(1, effort.archives() / SHARE_OF_ARCHIVES);
        for (int i = 0; i < archives; i++) {
            progress.accept("hot spots, archive %d of %d".formatted(i + 1, archives));
            SimulatedArchive archive = SimulatedArchive.keptIn(kept, recipe(effort), FIRST_SEED + i);
            for (int looks : LOOKS) {
                tally.take(JudgedArchive.of(JudgedArchive.withDormantLooks(archive, looks)), looks);
            }
        }
        return new Chapter(
                "Hot spots without outlines",
                "A matched filter looks everywhere inside the site, in %d archives. One false spot in 1,000 idle scenes is aimed at. A spot counts as a factory's if it lies within %.0f m of its middle. The five factories stand some 140 m apart, little more than the sensor's own blur, and cover 3,000 to 7,000 m2: the table tells from what excess on they are found one by one, without anyone having traced them.%n%n%s"
                        .formatted(archives, HotSpotTrials.MATCH_METRES, tally.table()));
    }

    private static ArchiveRecipe recipe(Effort effort) {
        List<TestGroup> groups = new ArrayList<>();
        groups.add(TestGroup.idle(ReferenceExperiment.IDLE, 2 * effort.idleScenes()));
        for (double kelvin : EXCESSES) {
            groups.add(TestGroup.allOn("%02.0f K".formatted(kelvin), effort.variantScenes(), kelvin));
        }
        return ArchiveRecipe.reference().withDormantLooks(LOOKS[0]).withGroups(groups);
    }
}
