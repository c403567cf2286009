package org.heatwatch.cli.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.ProductWriter;
import org.heatwatch.simulator.RealWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;

/**
 * Writes the bundled real pixels as a product of the archive. Pixels and calibration are real; id, processing date,
 * quality band (all clear) and the remaining metadata are invented.
 */
public final class RealProduct {
    private static final int SCENE_PIXELS = 7700;
    private static final int COLUMN = 3000;
    private static final int ROW = 2500;

    private RealProduct() {}

    /** Writes the product below the folder of a bucket; returns the product's folder. */
    public static Path write(Path bucket) {
        RealWindow real = RealWindow.mendoza();
        SceneGrid pixels = real.scene();
        SceneGrid scene =
                new SceneGrid(pixels.epsg(), pixels.east(-COLUMN), pixels.north(-ROW), SCENE_PIXELS, SCENE_PIXELS);
        PixelWindow window = new PixelWindow(COLUMN, ROW, pixels.columns(), pixels.rows());
        SimulatedProductName name = SimulatedProductName.level1(
                SimulatedSatellite.LANDSAT_8, 232, 83, LocalDate.of(2016, 2, 9), SimulatedProductName.Tier.T1);
        SceneFacts facts = new SceneFacts(LocalTime.of(14, 32), 53.0, 75.0, 0);
        return new ProductWriter(bucket).level1(name, scene, window, real.numbers(), facts);
    }
}
