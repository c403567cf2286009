package org.heatwatch.story;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.simulator.Extent;
import org.heatwatch.simulator.Landscape;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.PointSpread;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** The pixels that are simulated, the ground that they show, and the roofs on it. Drawn once for all scenes. */
final class Scenery {
    /** As far beyond a site's bounds as the intake clips, and two pixels more. */
    private static final double MARGIN_METRES = 2000 + 2 * SceneGrid.PIXEL_METRES;

    /** Ground beyond the pixels: the reach of a sample, that of the point spread, and some metres of misplacement. */
    private static final double GROUND_METRES = 750;

    /** Width and height of a scene, and where the site lies in it: far inside, and at the corner of a tile. */
    private static final int SCENE_PIXELS = 7700;

    private static final int FIRST_COLUMN = 3072;
    private static final int FIRST_ROW = 2048;

    /**
     * Contrast of the idle ground over 100 m. With this an analyst who averages pixels sees as much as in the experiment
     * that the project measures itself by (docs/validation.md), so that the story is neither easier nor harder.
     */
    private static final double STATIC_KELVIN = 0.8;

    private static final double NIGHT_STATIC_KELVIN = 0.4;

    /** Neither the shape nor the width of the estimator's point spread. */
    private static final PointSpread SPREAD = PointSpread.detectorBox(117);

    private final long seed;
    private final SceneGrid scene;
    private final PixelWindow window;
    private final List<Roof> roofs;
    private final Map<Pass, SceneSimulator> grounds = new EnumMap<>(Pass.class);

    private Scenery(long seed, SceneGrid scene, PixelWindow window, List<Roof> roofs) {
        this.seed = seed;
        this.scene = scene;
        this.window = window;
        this.roofs = roofs;
    }

    static Scenery of(Site site, long seed) {
        Envelope area = site.utm()
                .toUtm(new GeometryFactory().toGeometry(site.bounds().envelope()))
                .getEnvelopeInternal();
        area.expandBy(MARGIN_METRES);
        double pixel = SceneGrid.PIXEL_METRES;
        double west = pixel * Math.floor(area.getMinX() / pixel);
        double north = pixel * Math.ceil(area.getMaxY() / pixel);
        int columns = (int) Math.ceil((area.getMaxX() - west) / pixel) + 1;
        int rows = (int) Math.ceil((north - area.getMinY()) / pixel) + 1;
        SceneGrid scene = new SceneGrid(
                site.utm().epsg(),
                west - pixel * FIRST_COLUMN,
                north + pixel * FIRST_ROW,
                Math.max(SCENE_PIXELS, FIRST_COLUMN + columns),
                Math.max(SCENE_PIXELS, FIRST_ROW + rows));
        List<Roof> roofs = site.features().stream()
                .filter(feature -> feature.role() != Role.SITE)
                .map(feature -> Roof.of(feature, seed))
                .toList();
        return new Scenery(seed, scene, new PixelWindow(FIRST_COLUMN, FIRST_ROW, columns, rows), roofs);
    }

    SceneGrid scene() {
        return scene;
    }

    PixelWindow window() {
        return window;
    }

    List<Roof> roofs() {
        return roofs;
    }

    static double staticKelvin(Pass pass) {
        return pass == Pass.DAY ? STATIC_KELVIN : NIGHT_STATIC_KELVIN;
    }

    /** The bare ground by day or by night, which are not warm at the same places; drawn when first asked for. */
    synchronized SceneSimulator ground(Pass pass) {
        return grounds.computeIfAbsent(pass, this::draw);
    }

    private SceneSimulator draw(Pass pass) {
        SceneSimulator bare = SceneSimulator.at(scene, window).with(s -> s.withPointSpread(SPREAD));
        Extent extent = Extent.around(scene, window, GROUND_METRES);
        return bare.landscape(
                Landscape.random(extent, RandomStreams.seed(seed, "landscape " + pass), staticKelvin(pass)));
    }
}
