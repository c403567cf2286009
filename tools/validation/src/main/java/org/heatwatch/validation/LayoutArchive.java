package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.List;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;

/**
 * The scenes of a simulated site whose layout the site definition does not contain, and the truth about it.
 *
 * @param seed seed of all random draws
 * @param recipe parameters of the archive
 * @param site site definition, in which every outline is a placeholder
 * @param buildings all buildings, row by row of the lattice
 * @param changedFields areas whose ground changes
 * @param scenes scenes in the order of their overpasses; the true activity of a building in a scene is
 *     {@link SceneTruth#excess} of its id
 */
public record LayoutArchive(
        long seed,
        LayoutRecipe recipe,
        Site site,
        List<LayoutBuilding> buildings,
        List<Building> changedFields,
        List<ArchiveScene> scenes) {
    public LayoutArchive {
        buildings = List.copyOf(buildings);
        changedFields = List.copyOf(changedFields);
        scenes = List.copyOf(scenes);
    }

    /** The buildings of a group. */
    public List<LayoutBuilding> buildings(LayoutBuilding.Group group) {
        return buildings.stream().filter(b -> b.group() == group).toList();
    }

    /**
     * The scenes of a group: {@link SimulatedArchive#REFERENCE}, {@link LayoutPlan#MIDDLE} or
     * {@link LayoutPlan#RECENT}.
     */
    public List<ArchiveScene> group(String name) {
        return scenes.stream().filter(scene -> scene.group().equals(name)).toList();
    }

    /** Records and samples of all scenes, as recovered blindly from the delivered pixels. */
    public List<SampledScene> sampledScenes() {
        return scenes.stream().map(ArchiveScene::sampled).toList();
    }

    /**
     * Mean excess due to the activity of a building times its area, in kelvin square metres, over the scenes between
     * two days, inclusive; NaN without a scene.
     */
    public double kelvinSquareMetres(LayoutBuilding building, LocalDate from, LocalDate to) {
        return building.squareMetres()
                * scenes.stream()
                        .filter(scene -> isWithin(date(scene), from, to))
                        .mapToDouble(scene -> scene.truth().excess(building.id()))
                        .average()
                        .orElse(Double.NaN);
    }

    /** The day of a scene. */
    static LocalDate date(ArchiveScene scene) {
        return scene.sampled().scene().acquisition().date();
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
