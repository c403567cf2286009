package org.heatwatch.story;

import java.util.List;
import java.util.random.RandomGenerator;
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedScene;
import org.heatwatch.simulator.Weather;
import org.heatwatch.site.Pass;

/**
 * Draws the scene of a pass. All that is drawn hangs on the scenario's seed and on the acquisition, so that a scene does
 * not depend on which others are made.
 */
record SceneDraw(Scenario scenario, Scenery scenery) {
    private static final double CLUTTER_SHARE = 0.3;
    private static final double CLUTTER_METRES = 150;
    private static final double CONTRAST_JITTER = 0.1;
    private static final double NIGHT_KELVIN = -8;
    private static final double REGISTRATION_METRES = 4;
    private static final double PRELIMINARY_METRES = 6;
    private static final double LEAST_CLOUD = 0.05;
    private static final double MOST_CLOUD = 0.35;

    /** How much the geometry of one path and satellite differs from pass to pass. */
    private static final double ROTATION_JITTER_DEGREES = 0.02;

    private static final double SPACING_JITTER_METRES = 0.03;
    private static final double SHEAR_JITTER = 2e-4;

    long seedOf(ExpectedPass taken) {
        return RandomStreams.seed(scenario.seed(), taken.acquisition().id());
    }

    Weather weather(ExpectedPass taken, Pass pass) {
        Weather weather = Weather.draw(taken.date(), CONTRAST_JITTER, RandomStreams.of(seedOf(taken), "weather"));
        Weather darkened = pass == Pass.NIGHT ? weather.withKelvin(weather.kelvin() + NIGHT_KELVIN) : weather;
        return isSnowy(taken) ? darkened.overSnow() : darkened;
    }

    private boolean isSnowy(ExpectedPass taken) {
        return scenario.climate().isSnowy(taken, scenario.seed());
    }

    /** Of a clear or partly clear pass. */
    SimulatedScene scene(ExpectedPass taken, Pass pass, Sky sky, boolean isPreliminary) {
        long seed = seedOf(taken);
        Weather weather = weather(taken, pass);
        double clutter = isSnowy(taken) ? Weather.SNOW_CONTRAST : 1;
        SceneSimulator scene = placed(taken, pass, isPreliminary)
                .satellite(Publication.satellite(taken))
                .with(s -> s.under(weather)
                        .withSceneClutterKelvin(CLUTTER_SHARE * clutter * Scenery.staticKelvin(pass))
                        .withSceneClutterMetres(CLUTTER_METRES)
                        .withSnow(isSnowy(taken)));
        for (Roof roof : scenery.roofs()) {
            double kelvin = roof.idle(pass, weather.contrast(), seed) + scenario.excess(roof.feature(), taken.date());
            for (double[][] outline : roof.outlines()) {
                scene = scene.excess(outline, kelvin);
            }
        }
        return scene.clouds(clouds(sky, seed)).simulate(seed);
    }

    /** Preliminary pointing moves the samples on the map, and with them what they saw. */
    private SceneSimulator placed(ExpectedPass taken, Pass pass, boolean isPreliminary) {
        RandomGenerator random = RandomStreams.of(seedOf(taken), "place");
        double east = REGISTRATION_METRES * random.nextGaussian();
        double north = REGISTRATION_METRES * random.nextGaussian();
        double movedEast = isPreliminary ? PRELIMINARY_METRES * random.nextGaussian() : 0;
        double movedNorth = isPreliminary ? PRELIMINARY_METRES * random.nextGaussian() : 0;
        NativeGrid grid = grid(taken, pass);
        return scenery.ground(pass)
                .grid(grid.about(grid.referenceEast() + movedEast, grid.referenceNorth() + movedNorth))
                .with(s -> s.withOffset(east - movedEast, north - movedNorth));
    }

    private NativeGrid grid(ExpectedPass taken, Pass pass) {
        RandomGenerator ofPath = RandomStreams.of(scenario.seed(), "grid " + taken.satellite() + taken.scene());
        NativeGrid usual = NativeGrid.random(
                ofPath, pass == Pass.DAY ? SceneSimulator.DAY_ROTATION : SceneSimulator.NIGHT_ROTATION);
        RandomGenerator random = RandomStreams.of(seedOf(taken), "grid");
        return usual.withRotationDegrees(usual.rotationDegrees() + ROTATION_JITTER_DEGREES * random.nextGaussian())
                .withAcrossMetres(usual.acrossMetres() + SPACING_JITTER_METRES * random.nextGaussian())
                .withAlongMetres(usual.alongMetres() + SPACING_JITTER_METRES * random.nextGaussian())
                .withShear(usual.shear() + SHEAR_JITTER * random.nextGaussian())
                .withPhaseAcross(random.nextDouble())
                .withPhaseAlong(random.nextDouble())
                .about(
                        scenery.window().centreEast(scenery.scene()),
                        scenery.window().centreNorth(scenery.scene()));
    }

    private List<Cloud> clouds(Sky sky, long seed) {
        if (sky != Sky.PARTLY) {
            return List.of();
        }
        RandomGenerator random = RandomStreams.of(seed, "clouds");
        double share = random.nextDouble(LEAST_CLOUD, MOST_CLOUD);
        return Cloud.random(random, scenery.ground(Pass.DAY).extent(), share);
    }
}
