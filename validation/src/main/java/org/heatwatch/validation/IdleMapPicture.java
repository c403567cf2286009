package org.heatwatch.validation;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import org.heatwatch.history.HistoryPipeline;
import org.heatwatch.history.Regime;
import org.heatwatch.history.ScoredSite;
import org.heatwatch.idle.IdleMap;
import org.heatwatch.idle.SceneResidual;
import org.heatwatch.pictures.ColourScale;
import org.heatwatch.pictures.MapPanel;
import org.heatwatch.pictures.Sheet;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Role;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The idle ground as all dormant scenes together show it, and what one scene with hot factories leaves over of it. */
final class IdleMapPicture {
    private static final Regime DAY = new Regime(Pass.DAY, /* snow= */ false);
    private static final double HALF_METRES = 600;
    private static final double SIDE = 330;
    private static final double LEFT = 20;
    private static final double SECOND = LEFT + SIDE + 30;
    private static final double TOP = 34;
    private static final double CELL_METRES = 10;
    private static final ColourScale WARMTH = ColourScale.warmth(-2.5, 2.5);
    private static final ColourScale DIFFERENCE = ColourScale.difference(3);
    private static final double DOT = 9;
    private static final double FACILITY = 2;
    private static final double OTHER = 0.7;

    private final SimulatedArchive archive;
    private final Sheet sheet = new Sheet((int) (SECOND + SIDE + LEFT), (int) (TOP + SIDE + 66));
    private final Envelope area;

    private IdleMapPicture(SimulatedArchive archive) {
        this.archive = archive;
        this.area = new Envelope(new Coordinate(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH));
        area.expandBy(HALF_METRES);
    }

    /** @param scene whose grid is resolved */
    static void write(SimulatedArchive archive, ArchiveScene scene, Path file) throws IOException {
        ScoredSite scored = new HistoryPipeline()
                .run(
                        archive.site(),
                        archive.scenes().stream().map(ArchiveScene::sampled).toList(),
                        scene.sampled().scene().acquisition().date());
        new IdleMapPicture(archive)
                .draw(
                        scored.idleMap(DAY).orElseThrow(),
                        scored.residual(scene.sampled().scene().acquisition())
                                .orElseThrow()
                                .residual(),
                        archive.dormant().size(),
                        file);
    }

    private void draw(IdleMap map, SceneResidual residual, int scenes, Path file) throws IOException {
        MapPanel left = new MapPanel(sheet, LEFT, TOP, SIDE, area);
        double cosine = residual.scene().cosine();
        double sine = residual.scene().sine();
        for (double east = area.getMinX(); east <= area.getMaxX(); east += CELL_METRES) {
            for (double north = area.getMinY(); north <= area.getMaxY(); north += CELL_METRES) {
                left.cell(east, north, CELL_METRES, WARMTH.of(map.at(east, north, cosine, sine)));
            }
        }
        finish(left, "1  Idle map of %d dormant scenes".formatted(scenes));
        WARMTH.legend(sheet, "effective kelvin", LEFT, TOP + SIDE + 10, SIDE);
        MapPanel right = new MapPanel(sheet, SECOND, TOP, SIDE, area);
        for (int i = 0; i < residual.count(); i++) {
            right.dot(residual.east(i), residual.north(i), DOT, DIFFERENCE.of(residual.kelvin(i)), Color.LIGHT_GRAY);
        }
        finish(right, "2  Left over of one scene, five factories hot");
        DIFFERENCE.legend(sheet, "effective kelvin", SECOND, TOP + SIDE + 10, SIDE);
        sheet.text("Thick outlines: the five factories. Thin: idle parcels and controls.", LEFT, TOP + SIDE + 54, 11);
        sheet.write(file);
    }

    private void finish(MapPanel panel, String title) {
        archive.buildings().forEach(b -> panel.outline(b.outline(), b.role() == Role.FACILITY ? FACILITY : OTHER));
        panel.finish(title);
    }
}
