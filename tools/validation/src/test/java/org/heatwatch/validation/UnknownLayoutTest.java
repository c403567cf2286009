package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.validation.LayoutBuilding.Change;
import org.heatwatch.validation.LayoutBuilding.Group;
import org.junit.jupiter.api.Test;

/** A small site without sample extraction, and layouts of the reference recipe without scenes. */
final class UnknownLayoutTest {
    private static final LayoutRecipe REFERENCE = LayoutRecipe.reference();
    private static final LayoutRecipe SMALL = REFERENCE
            .withGround(REFERENCE.ground().withPixels(48))
            .withColumns(3)
            .withRows(3)
            .withFilledShare(1)
            .withInUse(2)
            .withHot(1)
            .withPartlyCloudedShare(0.03)
            .withOvercastShare(0.93);
    private static final LayoutArchive ARCHIVE = archive(SMALL, 1);

    private static LayoutArchive archive(LayoutRecipe recipe, long seed) {
        return UnknownLayout.of(recipe, seed, SimulatedSampleExtraction.none());
    }

    private static List<List<Double>> pixels(LayoutArchive archive) {
        return archive.scenes().stream()
                .map(scene -> IntStream.range(0, scene.image().size())
                        .mapToObj(scene.image()::radiance)
                        .toList())
                .toList();
    }

    @Test
    void anArchiveDependsOnlyOnRecipeAndSeed() {
        LayoutArchive again = archive(SMALL, 1);

        assertThat(again.buildings()).isEqualTo(ARCHIVE.buildings());
        assertThat(pixels(again)).isEqualTo(pixels(ARCHIVE));
        assertThat(UnknownLayout.buildings(SMALL, 2)).isNotEqualTo(ARCHIVE.buildings());
    }

    @Test
    void aSiteHasTheRequestedBuildings() {
        List<LayoutBuilding> buildings = UnknownLayout.buildings(REFERENCE, 1);

        assertThat(buildings).hasSizeBetween(105, 140);
        assertThat(buildings)
                .filteredOn(b -> b.group() == Group.IN_USE)
                .hasSize(35)
                .allSatisfy(b -> assertThat(b.kelvin()).isBetween(1.0, 4.0));
        assertThat(buildings)
                .filteredOn(b -> b.group() == Group.HOT)
                .hasSize(5)
                .allSatisfy(b -> assertThat(b.kelvin()).isBetween(6.0, 10.0));
        assertThat(buildings).noneMatch(b -> b.change() != Change.NONE);
    }

    @Test
    void scenesAreOfTheReferencePeriodAndTheRecentPeriod() {
        assertThat(LayoutPlan.scenes(REFERENCE, 1)).hasSizeBetween(60, 100);
        assertThat(LayoutPlan.scenes(REFERENCE, 1))
                .noneMatch(plan -> plan.group().equals(LayoutPlan.MIDDLE));
        assertThat(LayoutPlan.scenes(REFERENCE.withMiddleYears(true), 1))
                .containsAll(LayoutPlan.scenes(REFERENCE, 1))
                .anyMatch(plan -> plan.group().equals(LayoutPlan.MIDDLE));
    }

    @Test
    void nothingIsActiveInTheReferencePeriodAndHotBuildingsAreActiveInEveryRecentScene() {
        LayoutBuilding hot = ARCHIVE.buildings(Group.HOT).getFirst();

        assertThat(ARCHIVE.group(SimulatedArchive.REFERENCE))
                .isNotEmpty()
                .allSatisfy(scene -> assertThat(ARCHIVE.buildings())
                        .allSatisfy(
                                b -> assertThat(scene.truth().excess(b.id())).isZero()));
        assertThat(ARCHIVE.group(LayoutPlan.RECENT))
                .isNotEmpty()
                .allSatisfy(scene -> assertThat(scene.truth().excess(hot.id())).isEqualTo(hot.kelvin()));
        assertThat(ARCHIVE.kelvinSquareMetres(hot, LayoutPlan.RECENT_FROM, LayoutPlan.RECENT_TO))
                .isCloseTo(hot.kelvin() * hot.squareMetres(), within(1e-6));
    }

    @Test
    void countsOfOtherGroupsLeaveABuildingUnchanged() {
        List<LayoutBuilding> fewer =
                UnknownLayout.buildings(REFERENCE.withHot(2).withInUse(10), 1);

        assertThat(UnknownLayout.buildings(REFERENCE, 1))
                .containsAll(fewer.stream().filter(b -> b.group() != Group.IDLE).toList());
    }

    @Test
    void onlyIdleBuildingsChange() {
        GroundChanges many = GroundChanges.some().withResurfaced(100).withDemolished(4);
        List<LayoutBuilding> buildings = UnknownLayout.buildings(REFERENCE.withChanges(many), 1);

        assertThat(buildings)
                .filteredOn(b -> b.change() != Change.NONE)
                .isNotEmpty()
                .allMatch(b -> b.group() == Group.IDLE);
        assertThat(archive(SMALL.withChanges(GroundChanges.some()), 1).changedFields())
                .hasSize(2);
    }

    @Test
    void theSiteDefinitionHasOnlyPlaceholdersAndADisplacedOutline() {
        Site site = ARCHIVE.site();

        assertThat(site.features()).isNotEmpty().allMatch(Site::isPlaceholder);
        assertThat(site.features(Role.SITE)
                        .getFirst()
                        .footprint()
                        .utm()
                        .getCentroid()
                        .getCoordinate())
                .satisfies(centre -> assertThat(
                                Math.hypot(centre.x - SceneGrid.KAESONG_EAST, centre.y - SceneGrid.KAESONG_NORTH))
                        .isCloseTo(250, within(1e-3)));
    }
}
