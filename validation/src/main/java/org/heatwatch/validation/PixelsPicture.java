package org.heatwatch.validation;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.heatwatch.pictures.ColourScale;
import org.heatwatch.pictures.MapPanel;
import org.heatwatch.pictures.Sheet;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Why pixels mislead: the very same idle ground twice, sampled half a sample apart. */
final class PixelsPicture {
    private static final double HALF_METRES = 420;
    private static final double SIDE = 330;
    private static final double LEFT = 20;
    private static final double SECOND = LEFT + SIDE + 30;
    private static final double TOP = 34;
    private static final double STEP = SIDE + 74;
    private static final ColourScale WARMTH = ColourScale.warmth(-2.5, 2.5);
    private static final ColourScale DIFFERENCE = ColourScale.difference(1);
    private static final double DOT = 6;

    private final Sheet sheet = new Sheet((int) (SECOND + SIDE + LEFT), (int) (2 * STEP + 6));
    private final List<Building> buildings;
    private final Envelope area;

    private PixelsPicture(List<Building> buildings) {
        this.buildings = buildings;
        this.area = new Envelope(new Coordinate(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH));
        area.expandBy(HALF_METRES);
    }

    static void write(ArchiveRecipe recipe, long seed, Path file) throws IOException {
        SceneSimulator ground = IdleView.ground(recipe, seed);
        NativeGrid grid = NativeGrid.random(Seeds.random(seed, "grid"), SceneSimulator.DAY_ROTATION);
        IdleView one = IdleView.of(ground, grid);
        IdleView other = IdleView.of(ground, moved(grid));
        new PixelsPicture(SimulatedSite.buildings(seed)).draw(one, other, file);
    }

    /** By half a sample along and across. */
    private static NativeGrid moved(NativeGrid grid) {
        return new NativeGrid(
                grid.rotationDegrees(),
                grid.acrossMetres(),
                grid.alongMetres(),
                grid.shear(),
                grid.phaseAcross() + 0.5,
                grid.phaseAlong() + 0.5,
                grid.referenceEast(),
                grid.referenceNorth(),
                grid.bend());
    }

    private void draw(IdleView one, IdleView other, Path file) throws IOException {
        pixels(panel(LEFT, TOP), one, WARMTH, one::delivered, "1  Delivered on one day, 30 m pixels");
        pixels(panel(SECOND, TOP), other, WARMTH, other::delivered, "2  Delivered on another day");
        pixels(
                panel(LEFT, TOP + STEP),
                one,
                DIFFERENCE,
                i -> other.delivered(i) - one.delivered(i),
                "3  Second less first: nothing has changed");
        MapPanel both = panel(SECOND, TOP + STEP);
        dots(both, one, Color.WHITE);
        dots(both, other, Color.BLACK);
        finish(both, "4  What was sampled: day 1 (white), 2 (black)");
        legend(WARMTH, LEFT, TOP);
        legend(WARMTH, SECOND, TOP);
        legend(DIFFERENCE, LEFT, TOP + STEP);
        legend(WARMTH, SECOND, TOP + STEP);
        sheet.write(file);
    }

    private MapPanel panel(double left, double top) {
        return new MapPanel(sheet, left, top, SIDE, area);
    }

    private void pixels(MapPanel panel, IdleView view, ColourScale scale, IntToDoubleFunction kelvin, String title) {
        for (int i = 0; i < view.image().size(); i++) {
            Color colour = scale.of(kelvin.applyAsDouble(i));
            panel.cell(view.image().east(i), view.image().north(i), SceneGrid.PIXEL_METRES, colour);
        }
        finish(panel, title);
    }

    private static void dots(MapPanel panel, IdleView view, Color edge) {
        if (edge.equals(Color.WHITE)) {
            Coordinate middle = panel.area().centre();
            panel.cell(middle.x, middle.y, 2 * HALF_METRES, Color.LIGHT_GRAY);
        }
        for (int i = 0; i < view.samples().count(); i++) {
            Color fill = WARMTH.of(view.sampled(i));
            panel.dot(view.samples().east(i), view.samples().north(i), DOT, fill, edge);
        }
    }

    private void finish(MapPanel panel, String title) {
        buildings.forEach(b -> panel.outline(b.outline(), 1));
        panel.finish(title);
    }

    private void legend(ColourScale scale, double left, double top) {
        scale.legend(sheet, "effective kelvin", left, top + SIDE + 8, SIDE);
    }
}
