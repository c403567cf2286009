package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.Level;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.QaPixel;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.Sensor;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.landsat.Tier;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.simulator.Cloud;
import org.heatwatch.simulator.Extent;
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.simulator.SimulatedScene;
import org.heatwatch.simulator.Weather;
import org.heatwatch.site.Pass;

/**
 * Simulates the scenes of one archive and processes them as the intake processes real scenes.
 *
 * @param recipe parameters of the archive
 * @param excesses excess of the buildings and of changed ground
 * @param ground simulator with the landscape and point spread of the archive
 * @param extraction extraction of samples
 */
record SceneMaker(
        ArchiveRecipe recipe, SimulatedExcesses excesses, SceneSimulator ground, SimulatedSampleExtraction extraction) {
    private static final Scaling LEVEL_2 = new Scaling(0.001, 0, -9999);
    private static final int PROCESSED_AFTER_DAYS = 12;

    /** Kelvin by which the thin edge of a cloud is colder than the ground. */
    private static final double EDGE_KELVIN = 4;
    /** Temperatures of an overcast sky below that of the ground. */
    private static final double LEAST_COLDER_KELVIN = 1;

    private static final double MOST_COLDER_KELVIN = 30;

    /** Standard deviation between the parts of an overcast sky. */
    private static final double CLOUD_TOP_KELVIN = 1.5;

    /** Rounding step of the transmittance in products. */
    private static final double TAU_STEP = 1e-4;

    /** Fraction of the year at which contrasts are highest, as in {@link Weather}. */
    private static final double WARMEST = 0.55;

    ArchiveScene make(ScenePlan plan) {
        RandomGenerator weatherRandom = RandomStreams.of(plan.seed(), "weather");
        Weather drawn = Weather.draw(plan.pass().date(), recipe.contrastJitter(), weatherRandom);
        double season = 1 + recipe.yearlyContrast() * Math.cos(2 * Math.PI * (drawn.yearFraction() - WARMEST));
        Weather weather = drawn.withTransmittance(Math.rint(drawn.transmittance() / TAU_STEP) * TAU_STEP)
                .withContrast(drawn.contrast() * season);
        boolean isTauKnown = weatherRandom.nextDouble() >= recipe.assumedTauShare();
        SimulatedSatellite satellite =
                SimulatedSatellite.valueOf(plan.pass().satellite().name());
        RandomGenerator random = RandomStreams.of(plan.seed(), "place");
        double offsetEast = recipe.registrationMetres() * random.nextGaussian();
        double offsetNorth = recipe.registrationMetres() * random.nextGaussian();
        SceneSimulator base =
                ground.with(s -> s.withSatellite(satellite).under(weather).withOffset(offsetEast, offsetNorth));

        SceneSimulator idle = base.with(s -> s.withNoiseKelvin(0));
        SceneSimulator actual = base.grid(grid(plan.seed()))
                .with(s -> s.withBackgroundScatterKelvin(recipe.scatterShare() * recipe.staticKelvin() * season)
                        .withBackgroundScatterMetres(recipe.scatterMetres()))
                .clouds(clouds(plan.seed(), weather).stream()
                        .map(cloud -> recipe.unmasked() ? cloud.withFlagged(false) : cloud)
                        .toList());
        Map<String, Double> excess = new LinkedHashMap<>();
        Map<String, Double> idleVariation = new LinkedHashMap<>();
        for (SimulatedExcess object : excesses.in(plan)) {
            double constant = weather.contrast() * object.constant();
            idle = object.addTo(idle, constant);
            actual = object.addTo(actual, constant + object.variation() + object.activity());
            idleVariation.put(object.id(), object.variation());
            excess.put(object.id(), object.activity());
        }
        SimulatedScene scene = actual.simulate(plan.seed());
        SceneTruth truth = SceneTruth.of(excess, idleVariation, scene, idle);
        Optional<Transmittance> tau = isTauKnown
                ? Optional.of(new Transmittance(weather.transmittance(), Transmittance.Source.ST_ATRAN))
                : Optional.empty();
        return delivered(plan, tau, scene, truth);
    }

    /** Draws a grid whose rotation is centred on the prior, as real rotations are centred on that of the orbit. */
    private NativeGrid grid(long seed) {
        return NativeGrid.random(RandomStreams.of(seed, "grid"), SceneSimulator.DAY_ROTATION)
                .about(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH)
                .withBend(recipe.bend());
    }

    private List<Cloud> clouds(long seed, Weather weather) {
        RandomGenerator sky = RandomStreams.of(seed, "overcast");
        return sky.nextDouble() < recipe.overcastProbability() ? overcast(sky, weather) : brokenClouds(seed, weather);
    }

    /** A cloud over the whole window, colder than the ground, with warmer and colder parts. */
    private List<Cloud> overcast(RandomGenerator random, Weather weather) {
        Extent extent = ground.extent();
        double width = extent.columns() * Extent.CELL_METRES;
        double height = extent.rows() * Extent.CELL_METRES;
        double kelvin = weather.kelvin() - random.nextDouble(LEAST_COLDER_KELVIN, MOST_COLDER_KELVIN);
        List<Cloud> clouds = new ArrayList<>();
        clouds.add(Cloud.rectangle(extent.west() + width / 2, extent.north() - height / 2, 3 * width, 3 * height)
                .withKelvin(kelvin));
        for (Cloud part : Cloud.random(random, extent, 1)) {
            clouds.add(part.withKelvin(kelvin + CLOUD_TOP_KELVIN * random.nextGaussian()));
        }
        return clouds;
    }

    private List<Cloud> brokenClouds(long seed, Weather weather) {
        RandomGenerator random = RandomStreams.of(seed, "clouds");
        if (random.nextDouble() >= recipe.cloudProbability()) {
            return List.of();
        }
        List<Cloud> clouds = new ArrayList<>();
        for (Cloud cloud : Cloud.random(random, ground.extent(), recipe.cloudShare())) {
            if (recipe.missedEdgeMetres() > 0) {
                double wider = 2 * recipe.missedEdgeMetres();
                clouds.add(cloud.withWidthMetres(cloud.widthMetres() + wider)
                        .withHeightMetres(cloud.heightMetres() + wider)
                        .withKelvin(weather.kelvin() - EDGE_KELVIN)
                        .withFlagged(false));
            }
            clouds.add(cloud);
        }
        return clouds;
    }

    /** @param tau transmittance in the level-2 product, if there is one */
    private ArchiveScene delivered(
            ScenePlan plan, Optional<Transmittance> tau, SimulatedScene scene, SceneTruth truth) {
        SimulatedSatellite satellite = scene.settings().satellite();
        ThermalRadiometry radiometry = radiometry(satellite);
        Scaling scaling = tau.isPresent()
                ? LEVEL_2
                : new Scaling(radiometry.multiplier(), radiometry.offset(), ThermalRadiometry.FILL);
        DeliveredImage image = image(scene, scaling);
        SimulatedSampleExtraction.ExtractedSamples extracted = extraction.extract(image, scaling);
        ProductId product = new ProductId(
                Sensor.OLI_TIRS,
                plan.pass().satellite(),
                tau.isPresent() ? Level.L2SP : Level.L1TP,
                SimulatedSite.SCENE,
                plan.pass().date(),
                plan.pass().date().plusDays(PROCESSED_AFTER_DAYS),
                Tier.T1);
        SceneRecord record = new SceneRecord(
                product,
                /* boundsVersion= */ 1,
                GridRecovery.VERSION,
                plan.pass().at(),
                Pass.DAY,
                extracted.grid(),
                image.clearFraction(),
                tau.orElse(Transmittance.USUAL),
                radiometry,
                scaling.multiplier(),
                Set.of(),
                "simulated/" + product.id() + ".tif");
        return new ArchiveScene(plan.group(), new SampledScene(record, extracted.samples()), image, truth);
    }

    /** The pixels, rounded to the counts of level 1 and then to those of the product. */
    private static DeliveredImage image(SimulatedScene scene, Scaling scaling) {
        PixelWindow window = scene.window();
        int[] numbers = scene.digitalNumbers();
        int[] quality = scene.quality();
        float[] radiance = new float[numbers.length];
        boolean[] valid = new boolean[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            double exact = scene.settings().satellite().radiance(numbers[i]);
            double count = Math.rint((exact - scaling.offset()) / scaling.multiplier());
            radiance[i] = (float) (scaling.multiplier() * count + scaling.offset());
            valid[i] = QaPixel.isUsable(quality[i]);
        }
        return new DeliveredImage(
                window.columns(),
                radiance,
                valid,
                scene.scene().east(window.column() - 0.5),
                scene.scene().north(window.row() - 0.5));
    }

    /**
     * Calibration derived from the simulator; the multiplier is rounded to remove the rounding error of the difference.
     */
    static ThermalRadiometry radiometry(SimulatedSatellite satellite) {
        double offset = satellite.radiance(0);
        double multiplier = Math.rint((satellite.radiance(1) - offset) * 1e9) / 1e9;
        return new ThermalRadiometry(
                multiplier, offset, satellite.planck().k1(), satellite.planck().k2());
    }
}
