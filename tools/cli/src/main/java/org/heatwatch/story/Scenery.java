package org.heatwatch.story;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.simulator.Extent;
import org.heatwatch.simulator.Landscape;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SensorPointSpread;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** The simulated window, its ground and its roofs; the same for all scenes of a story. */
final class Scenery {
    /** The margin around the bounds of a site that the intake clips, plus two pixels. */
    private static final double MARGIN_METRES = 2000 + 2 * SceneGrid.PIXEL_METRES;

    /** Ground around the pixels: size of a sample, width of the point spread function, and registration errors. */
    private static final double GROUND_METRES = 750;

    /** Width and height of a scene. The site lies well inside, at the corner of a tile. */
    private static final int SCENE_PIXELS = 7700;

    private static final int FIRST_COLUMN = 3072;
    private static final int FIRST_ROW = 2048;

    /**
     * Contrast of idle ground over 100 m. With this value, averages of pixels detect as much as in the reference
     * experiment (docs/validation.md), so that the story is neither easier nor harder.
     */
    private static final double STATIC_KELVIN = 0.8;

    private static final double NIGHT_STATIC_KELVIN = 0.4;

    /** Differs in shape and width from the point spread function of the estimator. */
    private static final SensorPointSpread SPREAD = SensorPointSpread.detectorBox(117);

    private final long seed;
    private final SceneGrid scene;
    private final PixelWindow window;
    private final List<StoryRoof> roofs;
    private final Map<Pass, SceneSimulator> grounds = new EnumMap<>(Pass.class);

    private Scenery(long seed, SceneGrid scene, PixelWindow window, List<StoryRoof> roofs) {
        this.seed = seed;
        this.scene = scene;
        this.window = window;
        this.roofs = roofs;
    }

    /** The scenery of a site; the same for the same seed. */
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
        List<StoryRoof> roofs = site.features().stream()
                .filter(feature -> feature.role() != Role.SITE)
                .map(feature -> StoryRoof.of(feature, seed))
                .toList();
        return new Scenery(seed, scene, new PixelWindow(FIRST_COLUMN, FIRST_ROW, columns, rows), roofs);
    }

    SceneGrid scene() {
        return scene;
    }

    PixelWindow window() {
        return window;
    }

    List<StoryRoof> roofs() {
        return roofs;
    }

    /** Contrast of idle ground by day or by night, in kelvin. */
    static double staticKelvin(Pass pass) {
        return pass == Pass.DAY ? STATIC_KELVIN : NIGHT_STATIC_KELVIN;
    }

    /** The ground without roofs, by day or by night, which have different patterns; generated at first use. */
    synchronized SceneSimulator ground(Pass pass) {
        return grounds.computeIfAbsent(pass, this::draw);
    }

    private SceneSimulator draw(Pass pass) {
        SceneSimulator bare = SceneSimulator.at(scene, window).with(settings -> settings.withPointSpread(SPREAD));
        Extent extent = Extent.around(scene, window, GROUND_METRES);
        return bare.landscape(
                Landscape.random(extent, RandomStreams.seed(seed, "landscape " + pass), staticKelvin(pass)));
    }
}
