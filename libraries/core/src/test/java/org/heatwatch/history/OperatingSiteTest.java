package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.heatwatch.announce.Announcement;
import org.heatwatch.announce.AnnouncementPlanner;
import org.heatwatch.announce.Topic;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.ReferencePeriod;
import org.heatwatch.site.Site;
import org.heatwatch.state.FacilityState;
import org.junit.jupiter.api.Test;

/** The whole pipeline on a site whose facilities ran in the reference period. */
final class OperatingSiteTest {
    private static final int REFERENCE = 46;
    private static final Site OPERATING = SyntheticSite.of(
            List.of(new ReferencePeriod(
                    SyntheticSite.REFERENCE_PERIOD.from(),
                    SyntheticSite.REFERENCE_PERIOD.to(),
                    /* weight= */ 1,
                    ReferenceKind.OPERATING)),
            feature -> feature);
    private static final Site WITHOUT_REFERENCE = SyntheticSite.of(List.of(), feature -> feature);

    /** All facilities run with 8 K and a scatter of 1 K; the first one stops at the end. */
    private static List<SampledScene> scenes() {
        Random random = new Random(5);
        List<SampledScene> scenes = new ArrayList<>();
        for (int i = 0; i < REFERENCE + 10; i++) {
            boolean isStopped = i >= REFERENCE + 4;
            SyntheticOverpass overpass = SyntheticOverpass.on(date(i));
            for (String id : List.of("facility-5", "facility-6", "facility-9")) {
                overpass.excess(id, isStopped && id.equals("facility-5") ? 0 : 8 + random.nextGaussian());
            }
            scenes.add(overpass.scene());
        }
        return scenes;
    }

    private static LocalDate date(int scene) {
        return SyntheticSite.REFERENCE_PERIOD.from().plusDays(4 + 16L * scene);
    }

    private static SiteHistory history(Site site) {
        return SiteHistory.of(site, scenes(), date(REFERENCE + 9));
    }

    private static FacilityState state(SiteHistory history, String feature) {
        return history.feature(feature).orElseThrow().track().current().state();
    }

    @Test
    void theFacilityThatStoppedIsLowerAndTheOthersAreUnchanged() {
        SiteHistory history = history(OPERATING);
        assertThat(state(history, "facility-5")).isEqualTo(FacilityState.LOWER);
        assertThat(state(history, "facility-6")).isEqualTo(FacilityState.UNCHANGED);
        assertThat(state(history, "facility-9")).isEqualTo(FacilityState.UNCHANGED);
        assertThat(state(history, "control"))
                .as("a control is idle at every site")
                .matches(state -> state.isOf(ReferenceKind.IDLE));
        assertThat(AnnouncementPlanner.plan(history, List.of()).announcements())
                .filteredOn(announcement -> announcement.record().topic() == Topic.LOWER)
                .extracting(announcement -> announcement.record().subject())
                .containsExactly("facility-5");
    }

    @Test
    void theHeatThatWasLostIsMeasured() {
        SiteHistory history = history(OPERATING);
        HeatChange change = HeatChange.of(history.feature("facility-5").orElseThrow(), OPERATING)
                .orElseThrow();
        double area = 4 * SyntheticSite.HALF_SIDE * SyntheticSite.HALF_SIDE;
        assertThat(change.kelvinSquareMetres()).isBetween(-10 * area, -6 * area);
        assertThat(change.standardError()).isBetween(0.1 * area, 2 * area);
        assertThat(change.from()).isEqualTo(date(REFERENCE + 4));
        assertThat(HeatChange.of(history.feature("facility-6").orElseThrow(), OPERATING))
                .isEmpty();
    }

    @Test
    void withoutAReferencePeriodTheFirstTwoYearsAreTaken() {
        SiteHistory history = history(WITHOUT_REFERENCE);
        assertThat(history.scenes().stream().filter(SceneCheck::isReference)).hasSize(REFERENCE);
        assertThat(state(history, "facility-5")).isEqualTo(FacilityState.LOWER);
        Site compared = AssumedReference.of(WITHOUT_REFERENCE, history);
        assertThat(compared.referencePeriods())
                .containsExactly(new ReferencePeriod(
                        date(0), date(0).plusYears(2).minusDays(1), /* weight= */ 1, ReferenceKind.UNKNOWN));
    }

    /** The scatter of the activity belongs to the baseline of a facility that ran, not to that of an idle one. */
    @Test
    void takenAsIdleTheSameSiteHasOtherStates() {
        List<Announcement> announcements = AnnouncementPlanner.plan(history(OPERATING.withIdleReference()), List.of())
                .announcements();
        assertThat(announcements)
                .noneMatch(announcement -> announcement.record().topic() == Topic.LOWER);
    }

    @Test
    void reasonsNameTheDirection() {
        assertThat(history(OPERATING)
                        .feature("facility-5")
                        .orElseThrow()
                        .track()
                        .transitions())
                .anyMatch(transition -> transition.to() == FacilityState.LOWER
                        && transition.reason().startsWith("CUSUM of a fall"));
    }
}
