package org.heatwatch.story;

import java.util.List;
import java.util.random.RandomGenerator;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedScene;
import org.heatwatch.simulator.Weather;
import org.heatwatch.site.Pass;

/**
 * Generates the scene of a pass. All random numbers depend only on the seed of the scenario and on the acquisition, so
 * that a scene does not depend on the other scenes.
 *
 * @param rotation of the sampling grid of each path and row
 */
record SceneGenerator(Scenario scenario, Scenery scenery, GridRotation rotation) {
    private static final double BACKGROUND_SHARE = 0.3;
    private static final double BACKGROUND_METRES = 150;
    private static final double CONTRAST_JITTER = 0.1;
    private static final double NIGHT_KELVIN = -8;
    private static final double REGISTRATION_METRES = 4;
    private static final double PRELIMINARY_METRES = 6;
    private static final double MIN_CLOUD = 0.05;
    private static final double MAX_CLOUD = 0.35;

    /** Standard deviation of the grid geometry between passes of one path and satellite. */
    private static final double ROTATION_JITTER_DEGREES = 0.02;

    private static final double SPACING_JITTER_METRES = 0.03;
    private static final double SHEAR_JITTER = 2e-4;

    /** The seed of an acquisition. */
    long seedOf(ExpectedPass taken) {
        return RandomStreams.seed(scenario.seed(), taken.acquisition().id());
    }

    /** The weather at a pass. */
    Weather weather(ExpectedPass taken, Pass pass) {
        Weather weather = Weather.draw(taken.date(), CONTRAST_JITTER, RandomStreams.of(seedOf(taken), "weather"));
        Weather darkened = pass == Pass.NIGHT ? weather.withKelvin(weather.kelvin() + NIGHT_KELVIN) : weather;
        return isSnowy(taken) ? darkened.overSnow() : darkened;
    }

    private boolean isSnowy(ExpectedPass taken) {
        return scenario.climate().isSnowy(taken, scenario.seed());
    }

    /** Simulates a clear or partly clear scene. */
    SimulatedScene scene(ExpectedPass taken, Pass pass, SkyCover sky, boolean isPreliminary) {
        long seed = seedOf(taken);
        Weather weather = weather(taken, pass);
        double contrast = isSnowy(taken) ? Weather.SNOW_CONTRAST : 1;
        SceneSimulator scene = placed(taken, pass, isPreliminary)
                .satellite(ProductSchedule.satellite(taken))
                .with(settings -> settings.under(weather)
                        .withBackgroundScatterKelvin(BACKGROUND_SHARE * contrast * Scenery.staticKelvin(pass))
                        .withBackgroundScatterMetres(BACKGROUND_METRES)
                        .withSnow(isSnowy(taken)));
        for (StoryRoof roof : scenery.roofs()) {
            double kelvin = roof.idle(pass, weather.contrast(), seed) + scenario.excess(roof.feature(), taken.date());
            for (double[][] outline : roof.outlines()) {
                scene = scene.excess(outline, kelvin);
            }
        }
        return scene.clouds(clouds(sky, seed)).simulate(seed);
    }

    /** The ground with its grid. Preliminary pointing shifts the samples on the map together with their content. */
    private SceneSimulator placed(ExpectedPass taken, Pass pass, boolean isPreliminary) {
        RandomGenerator random = RandomStreams.of(seedOf(taken), "place");
        double east = REGISTRATION_METRES * random.nextGaussian();
        double north = REGISTRATION_METRES * random.nextGaussian();
        double movedEast = isPreliminary ? PRELIMINARY_METRES * random.nextGaussian() : 0;
        double movedNorth = isPreliminary ? PRELIMINARY_METRES * random.nextGaussian() : 0;
        NativeGrid grid = grid(taken, pass);
        return scenery.ground(pass)
                .grid(grid.about(grid.referenceEast() + movedEast, grid.referenceNorth() + movedNorth))
                .with(settings -> settings.withOffset(east - movedEast, north - movedNorth));
    }

    private NativeGrid grid(ExpectedPass taken, Pass pass) {
        RandomGenerator pathRandom = RandomStreams.of(scenario.seed(), "grid " + taken.satellite() + taken.scene());
        NativeGrid mean = NativeGrid.random(pathRandom, rotation.degrees(taken.scene(), pass));
        RandomGenerator random = RandomStreams.of(seedOf(taken), "grid");
        return mean.withRotationDegrees(mean.rotationDegrees() + ROTATION_JITTER_DEGREES * random.nextGaussian())
                .withAcrossMetres(mean.acrossMetres() + SPACING_JITTER_METRES * random.nextGaussian())
                .withAlongMetres(mean.alongMetres() + SPACING_JITTER_METRES * random.nextGaussian())
                .withShear(mean.shear() + SHEAR_JITTER * random.nextGaussian())
                .withPhaseAcross(random.nextDouble())
                .withPhaseAlong(random.nextDouble())
                .about(
                        scenery.window().centreEast(scenery.scene()),
                        scenery.window().centreNorth(scenery.scene()));
    }

    private List<Cloud> clouds(SkyCover sky, long seed) {
        if (sky != SkyCover.PARTLY) {
            return List.of();
        }
        RandomGenerator random = RandomStreams.of(seed, "clouds");
        double share = random.nextDouble(MIN_CLOUD, MAX_CLOUD);
        return Cloud.random(random, scenery.ground(Pass.DAY).extent(), share);
    }
}
