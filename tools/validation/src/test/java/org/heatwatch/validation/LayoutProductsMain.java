package org.heatwatch.validation;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.ProductWriter;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;

/**
 * Writes the scenes of one archive as level-1 products, for methods in other languages: arguments are the output folder
 * and the seed. Prints the active buildings as lines of group, easting, northing and kelvin square metres.
 */
final class LayoutProductsMain {
    private static final int CLEAR = 21824;
    private static final int CLOUD = 22280;

    private LayoutProductsMain() {}

    public static void main(String[] arguments) {
        LayoutArchive archive = UnknownLayout.of(
                LayoutRecipe.reference(), Long.parseLong(arguments[1]), SimulatedSampleExtraction.none());
        ProductWriter writer = new ProductWriter(Path.of(arguments[0]));
        for (ArchiveScene scene : archive.scenes()) {
            DeliveredImage image = scene.image();
            Acquisition acquisition = scene.sampled().scene().acquisition();
            SimulatedSatellite satellite =
                    SimulatedSatellite.valueOf(acquisition.satellite().name());
            SceneGrid grid = SceneGrid.kaesong();
            PixelWindow window =
                    grid.windowAround(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH, image.columns(), image.rows());
            writer.level1(
                    SimulatedProductName.level1(satellite, 116, 34, acquisition.date(), SimulatedProductName.Tier.T1),
                    grid,
                    window,
                    IntStream.range(0, image.size())
                            .map(i -> satellite.digitalNumber(image.radiance(i)))
                            .toArray(),
                    IntStream.range(0, image.size())
                            .map(i -> image.isValid(i) ? CLEAR : CLOUD)
                            .toArray(),
                    SceneFacts.day());
        }
        LayoutScore score = LayoutScore.of(archive, List.of(), LayoutPlan.RECENT_FROM, LayoutPlan.RECENT_TO);
        for (LayoutScore.Active active : score.active()) {
            LayoutBuilding building = active.building();
            System.out.printf(
                    "%s %.1f %.1f %.0f%n",
                    building.group(), building.east(), building.north(), active.kelvinSquareMetres());
        }
    }
}
