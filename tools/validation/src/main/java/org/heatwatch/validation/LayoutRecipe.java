package org.heatwatch.validation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;

/**
 * Parameters of a simulated site whose layout the site definition does not contain; each {@code with} method returns a
 * modified copy.
 *
 * @param ground ground, buildings when idle, sensor and weather; its numbers of scenes and its test groups are not used
 * @param columns number of places of the lattice along its first axis
 * @param rows number of places along its second axis
 * @param acrossMetres distance of the columns in metres
 * @param alongMetres distance of the rows in metres
 * @param jitterMetres largest displacement in metres of a building from its place, along each axis
 * @param rotationDegrees direction of the first axis, from east towards north
 * @param filledShare fraction of the places with a building
 * @param inUse number of buildings in use
 * @param inUseKelvin excess of a building in use while it is active
 * @param activeShare fraction of the overpasses in which a building in use is active
 * @param inUseFrom first day of the buildings in use
 * @param hot number of hot buildings, which are active in every overpass
 * @param hotKelvin excess of a hot building
 * @param hotFrom first day of the hot buildings
 * @param changes changes that are not due to activity
 * @param overcastShare fraction of the overpasses that are overcast and have no scene
 * @param partlyCloudedShare fraction of the overpasses with some clouds
 * @param middleYears whether there are scenes between the reference period and the recent period
 * @param outlineErrorMetres displacement in metres of the outline in the site definition
 */
@RecordBuilder
public record LayoutRecipe(
        ArchiveRecipe ground,
        int columns,
        int rows,
        double acrossMetres,
        double alongMetres,
        double jitterMetres,
        double rotationDegrees,
        double filledShare,
        int inUse,
        ExcessRange inUseKelvin,
        double activeShare,
        LocalDate inUseFrom,
        int hot,
        ExcessRange hotKelvin,
        LocalDate hotFrom,
        GroundChanges changes,
        double overcastShare,
        double partlyCloudedShare,
        boolean middleYears,
        double outlineErrorMetres)
        implements LayoutRecipeBuilder.With {

    public LayoutRecipe {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a lattice of %d x %d places".formatted(columns, rows));
        }
        if (inUse < 0 || hot < 0) {
            throw new IllegalArgumentException("%d buildings in use and %d hot ones".formatted(inUse, hot));
        }
        requireShare("filledShare", filledShare);
        requireShare("activeShare", activeShare);
        requireShare("partlyCloudedShare", partlyCloudedShare);
        requireShare("overcastShare", overcastShare);
        if (overcastShare == 1 || overcastShare + partlyCloudedShare > 1) {
            throw new IllegalArgumentException("more than all overpasses are clouded");
        }
    }

    /**
     * Some 120 buildings, of which 35 are in use and five are hot. Contrasts are half as high again in summer and half
     * as high in winter as on average.
     */
    public static LayoutRecipe reference() {
        return LayoutRecipeBuilder.builder()
                .ground(ArchiveRecipe.reference()
                        .withReferenceScenes(0)
                        .withBuildingKelvin(2.5)
                        .withYearlyContrast(0.5)
                        .withPixels(140))
                .columns(15)
                .rows(11)
                .acrossMetres(140)
                .alongMetres(150)
                .jitterMetres(12)
                .rotationDegrees(9)
                .filledShare(0.75)
                .inUse(35)
                .inUseKelvin(new ExcessRange(1, 4))
                .activeShare(0.7)
                .inUseFrom(LocalDate.of(2023, 1, 1))
                .hot(5)
                .hotKelvin(new ExcessRange(6, 10))
                .hotFrom(LocalDate.of(2024, 1, 1))
                .changes(GroundChanges.none())
                .overcastShare(0.55)
                .partlyCloudedShare(0.12)
                .outlineErrorMetres(250)
                .build();
    }

    /** A copy in which no building is hot or in use. */
    public LayoutRecipe idle() {
        return withInUse(0).withHot(0);
    }

    /** The parameters of ground and scenes, with the fraction of clouded scenes among those that are not overcast. */
    ArchiveRecipe scenes() {
        return ground.withCloudProbability(partlyCloudedShare / (1 - overcastShare));
    }

    private static void requireShare(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s is %s, not within 0..1".formatted(what, value));
        }
    }
}
