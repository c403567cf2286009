package org.heatwatch.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.ProductName;
import org.heatwatch.simulator.ProductWriter;
import org.heatwatch.simulator.RealWindow;
import org.heatwatch.simulator.Satellite;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;

/**
 * The shipped real pixels as a product of the archive. The pixels and their calibration are real; id, processing date,
 * quality band (all clear) and the rest of the metadata are made up round them.
 */
final class RealProduct {
    private static final int SCENE_PIXELS = 7700;
    private static final int COLUMN = 3000;
    private static final int ROW = 2500;

    private RealProduct() {}

    /** Writes the product below a folder that stands for the bucket; returns the product's folder. */
    static Path write(Path bucket) {
        RealWindow real = RealWindow.mendoza();
        SceneGrid pixels = real.scene();
        SceneGrid scene =
                new SceneGrid(pixels.epsg(), pixels.east(-COLUMN), pixels.north(-ROW), SCENE_PIXELS, SCENE_PIXELS);
        PixelWindow window = new PixelWindow(COLUMN, ROW, pixels.columns(), pixels.rows());
        ProductName name =
                ProductName.level1(Satellite.LANDSAT_8, 232, 83, LocalDate.of(2016, 2, 9), ProductName.Tier.T1);
        SceneFacts facts = new SceneFacts(LocalTime.of(14, 32), 53.0, 75.0, 0);
        return new ProductWriter(bucket).level1(name, scene, window, real.numbers(), facts);
    }
}
