package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;
import org.heatwatch.state.CurrentState;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;

/** An archive of 30 reference and 8 later scenes, with facilities that are on in the last 5, and its history. */
final class SmallArchive {
    private static final int IDLE = 3;
    private static final ArchiveRecipe RECIPE = ArchiveRecipe.reference()
            .withReferenceScenes(30)
            .withCloudProbability(0.4)
            .withGroups(List.of(TestGroup.idle("idle", IDLE), TestGroup.allOn("5 K", 5, 5)));
    private static final long SEED = LongStream.iterate(1, seed -> seed + 1)
            .filter(seed -> ScenePlan.of(RECIPE, seed).stream()
                    .filter(plan -> !plan.group().equals(SimulatedArchive.REFERENCE))
                    .limit(IDLE)
                    .allMatch(plan -> plan.group().equals("idle")))
            .findFirst()
            .orElseThrow();
    static final SimulatedArchive ARCHIVE = SimulatedArchive.of(RECIPE, SEED);
    static final Site SITE = ARCHIVE.site();
    static final List<SampledScene> SCENES =
            ARCHIVE.scenes().stream().map(ArchiveScene::sampled).toList();
    static final LocalDate LAST = date(SCENES.getLast());
    static final SiteHistory HISTORY = SiteHistory.of(SITE, SCENES, LAST);

    private SmallArchive() {}

    static LocalDate date(SampledScene scene) {
        return scene.scene().acquisition().date();
    }

    static List<JudgedObservation> observations(SiteHistory history, String id) {
        return history.feature(id).orElseThrow().observations();
    }

    static CurrentState state(SiteHistory history, String id) {
        return history.feature(id).orElseThrow().track().current();
    }

    static FacilityState seenAs(SiteHistory history, String id) {
        return state(history, id).seenAs();
    }
}
