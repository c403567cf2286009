package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Reference parcels of a complex of which the site file has placeholders only. */
final class QuietParcelsTest {
    private static final LocalDate STARTED = LocalDate.of(2023, 1, 5);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final int IDLE = 30;
    private static final int LATER = 24;

    private static final Site SITE = UnmappedComplex.SITE;
    private static final UnmappedComplex COMPLEX = new UnmappedComplex(2);
    private static final List<SampledScene> REFERENCE = COMPLEX.idle(IDLE);
    private static final List<SampledScene> ALL = both(REFERENCE, COMPLEX.later(STARTED, LATER, true));
    private static final List<Feature> PARCELS = QuietParcels.of(SITE, ALL);
    private static final HistoryPipeline PIPELINE = new HistoryPipeline();
    private static final SiteHistory HISTORY = PIPELINE.run(SITE, ALL, LAST).history();

    private static List<SampledScene> both(List<SampledScene> some, List<SampledScene> others) {
        List<SampledScene> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private static Coordinate middle(Feature feature) {
        return feature.footprint().utm().getCentroid().getCoordinate();
    }

    private static List<SceneCheck> later(SiteHistory history) {
        return history.scenes().subList(IDLE, history.scenes().size());
    }

    @Test
    void thePlaceholderSiteHasNoParcelsOfItsOwnAndGetsBothKinds() {
        assertThat(SITE.features(Role.REFERENCE)).isEmpty();
        assertThat(PARCELS).hasSizeBetween(20, 40).allMatch(parcel -> parcel.role() == Role.REFERENCE);
        assertThat(PARCELS).extracting(Feature::id).doesNotHaveDuplicates().startsWith("quiet-01");
        assertThat(PARCELS).filteredOn(QuietParcels::isStructure).hasSizeGreaterThanOrEqualTo(10);
        assertThat(PARCELS)
                .filteredOn(QuietParcels::isGround)
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(ground ->
                        assertThat(COMPLEX.active()).allMatch(active -> active.distance(middle(ground)) > 200));
    }

    @Test
    void theParcelsAreApartAndWithinTheBounds() {
        for (Feature parcel : PARCELS) {
            Coordinate place = SITE.utm().toLonLat(middle(parcel).x, middle(parcel).y);
            assertThat(SITE.bounds().contains(place.x, place.y)).isTrue();
            assertThat(PARCELS)
                    .filteredOn(other -> !other.id().equals(parcel.id()))
                    .allMatch(other -> middle(other).distance(middle(parcel)) >= 150);
        }
    }

    @Test
    void theChoiceDependsOnTheReferenceScenesOnlyAndNotOnTheirOrder() {
        List<SampledScene> shuffled = both(REFERENCE, REFERENCE.subList(3, 9));
        Collections.shuffle(shuffled, new Random(1));

        assertThat(QuietParcels.of(SITE, shuffled)).isEqualTo(PARCELS);
        assertThat(QuietParcels.of(SITE, REFERENCE.subList(0, 14))).isEmpty();
    }

    @Test
    void aPlaceThatWasWarmInAFewReferenceScenesIsNotChosen() {
        Coordinate place = middle(PARCELS.getFirst());
        List<SampledScene> scenes = new ArrayList<>(
                new UnmappedComplex(2).warmAt(place, 8).idle(IDLE).subList(10, 13));
        scenes.addAll(REFERENCE.subList(0, 10));
        scenes.addAll(REFERENCE.subList(13, IDLE));

        assertThat(QuietParcels.of(SITE, scenes))
                .hasSizeGreaterThan(20)
                .noneMatch(parcel -> middle(parcel).distance(place) < 60);
    }

    @Test
    void givenPlacesAreAvoided() {
        assertThat(QuietParcels.of(SITE, REFERENCE, COMPLEX.active()))
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(parcel ->
                        assertThat(COMPLEX.active()).allMatch(place -> place.distance(middle(parcel)) >= 250));
    }

    @Test
    void outlinedParcelsAreUsedInsteadIfThereAreTen() {
        assertThat(QuietParcels.areNeededBy(SITE)).isTrue();
        assertThat(QuietParcels.areNeededBy(COMPLEX.withTrueParcels(9))).isTrue();
        assertThat(QuietParcels.areNeededBy(COMPLEX.withTrueParcels(10))).isFalse();
        assertThat(QuietParcels.areNeededBy(QuietParcels.addedTo(SITE, PARCELS.subList(0, 6))))
                .as("they were chosen before")
                .isFalse();
    }

    @Test
    void buildingsInUseDoNotMakeScenesSuspect() {
        assertThat(later(HISTORY))
                .hasSize(LATER)
                .filteredOn(SceneCheck::isSuspect)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(HISTORY.scenes().subList(0, IDLE)).noneMatch(SceneCheck::isSuspect);
    }

    @Test
    void parcelsThatWarmUpAreLeftOutOfLaterScenes() {
        List<Integer> used = later(HISTORY).stream().map(SceneCheck::parcels).toList();

        assertThat(used.getFirst()).isEqualTo(PARCELS.size());
        assertThat(used.getLast()).isBetween(25, PARCELS.size() - 1);
        assertThat(used).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void idleVariabilityAndErrorsAreThoseOfTrueIdleBuildings() {
        SiteHistory truth = SiteHistory.of(COMPLEX.withTrueParcels(30), ALL, LAST);

        double own = Math.sqrt(HISTORY.regimes().getFirst().idleVariance());
        double ideal = Math.sqrt(truth.regimes().getFirst().idleVariance());
        assertThat(own / ideal).isBetween(0.7, 1.4);
        assertThat(HISTORY.scenes().stream()
                        .mapToDouble(SceneCheck::parcelSpread)
                        .average()
                        .orElseThrow())
                .isBetween(0.8, 1.2);
    }

    @Test
    void earlierResultsDoNotDependOnLaterScenesAndChosenParcelsAreNotPublished() {
        List<SampledScene> fewer = new ArrayList<>(ALL.subList(0, IDLE + LATER - 8));
        Collections.shuffle(fewer, new Random(2));

        SiteHistory early = PIPELINE.run(SITE, fewer, LAST).history();

        assertThat(HISTORY.scenes().subList(0, fewer.size())).isEqualTo(early.scenes());
        Set<String> listed = SITE.features().stream().map(Feature::id).collect(Collectors.toSet());
        assertThat(HISTORY.features())
                .allMatch(feature -> listed.contains(feature.feature().id()));
        assertThat(HISTORY.scenes().getLast().hotSpots().orElseThrow().spots())
                .allSatisfy(spot -> assertThat(spot.nearest()).allMatch(near -> listed.contains(near.id())));
    }
}
