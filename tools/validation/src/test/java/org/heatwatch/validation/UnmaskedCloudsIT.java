package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.heatwatch.site.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes of which six of ten are clouded, with the masks of day scenes and with empty masks as at night. */
final class UnmaskedCloudsIT {
    private static final int SCENES = 40;
    private static final String ON = "3 K";
    private static final String IDLE = "idle";

    @TempDir
    private static Path folder;

    private static JudgedArchive judged(boolean unmasked) {
        ArchiveRecipe recipe = ArchiveRecipe.reference()
                .withShape(SpreadShape.GAUSSIAN)
                .withReferenceScenes(70)
                .withGroups(List.of(TestGroup.idle(IDLE, SCENES), TestGroup.allOn(ON, SCENES, 3)))
                .withOvercastProbability(0.4)
                .withCloudProbability(1.0 / 3)
                .withUnmasked(unmasked);
        return JudgedArchive.of(SimulatedArchive.keptIn(folder, recipe, 5100));
    }

    private static long detected(JudgedArchive archive, String group, List<Role> roles) {
        return roles.stream()
                .flatMap(role -> archive.observations(role, group).stream())
                .filter(judgement -> judgement.observation().heat().pValue() < 0.01)
                .count();
    }

    @Test
    void detectionWithEmptyMasksIsWithinATenthOfThatWithTrueMasks() {
        JudgedArchive masked = judged(false);
        JudgedArchive unmasked = judged(true);
        assertThat((double) detected(unmasked, ON, List.of(Role.FACILITY)))
                .isGreaterThan(0.9 * detected(masked, ON, List.of(Role.FACILITY)));
        List<Role> all = List.of(Role.FACILITY, Role.REFERENCE);
        long observations = all.stream()
                .mapToLong(role -> unmasked.observations(role, IDLE).size())
                .sum();
        assertThat(detected(unmasked, IDLE, all)).isLessThan(observations / 50);
    }
}
