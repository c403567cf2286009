package org.heatwatch.stack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.simulator.SimulatedScene;

/** Products of one simulated scene under different dates, since the pixels of a recorded product are not read again. */
final class NewProducts {
    private static final int DAYS_OF_A_CYCLE = 16;

    private final Watch watch;
    private final Path folder;
    private final SimulatedScene scene = SceneSimulator.at(
                    new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
            .simulate(1);
    private LocalDate date;
    private String last = "";

    /**
     * @param folder empty folder
     * @param first date of the first product
     */
    NewProducts(Watch watch, Path folder, LocalDate first) {
        this.watch = watch;
        this.folder = folder;
        this.date = first;
    }

    /** Uploads the next product; returns the event with its notification. */
    String next() {
        SimulatedProductName name =
                SimulatedProductName.level1(SimulatedSatellite.LANDSAT_8, 116, 34, date, SimulatedProductName.Tier.T1);
        Path bucket = folder.resolve(date.toString());
        scene.write(bucket, name, SceneFacts.day());
        watch.upload(bucket);
        date = date.plusDays(DAYS_OF_A_CYCLE);
        last = name.id();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putArray("Records")
                .addObject()
                .put("messageId", "one")
                .put("body", Watch.notification(name.id(), name.prefix()));
        return event.toString();
    }

    /** Id of the last product. */
    String last() {
        return last;
    }
}
