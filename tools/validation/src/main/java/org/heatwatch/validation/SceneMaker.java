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
import org.heatwatch.simulator.NativeGrid;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.RandomStreams;
import org.heatwatch.simulator.Satellite;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedScene;
import org.heatwatch.simulator.Weather;
import org.heatwatch.site.Pass;

/**
 * Simulates the scenes of one archive and reads them as the intake reads real ones.
 *
 * @param ground with landscape and point spread
 */
record SceneMaker(
        ArchiveRecipe recipe, List<Building> buildings, RoofWarmth warmth, SceneSimulator ground, Readings readings) {
    private static final Scaling LEVEL_2 = new Scaling(0.001, 0, -9999);
    private static final int PROCESSED_AFTER_DAYS = 12;

    /** Kelvin by which the thin edge of a cloud looks colder than the ground. */
    private static final double EDGE_KELVIN = 4;
    /** Of the transmittance that a product states. */
    private static final double TAU_STEP = 1e-4;

    ArchiveScene make(ScenePlan plan) {
        RandomGenerator ofAir = RandomStreams.of(plan.seed(), "weather");
        Weather drawn = Weather.draw(plan.pass().date(), recipe.contrastJitter(), ofAir);
        Weather weather = drawn.withTransmittance(Math.rint(drawn.transmittance() / TAU_STEP) * TAU_STEP);
        boolean isTauKnown = ofAir.nextDouble() >= recipe.assumedTauShare();
        Satellite satellite = Satellite.valueOf(plan.pass().satellite().name());
        RandomGenerator random = RandomStreams.of(plan.seed(), "place");
        double offsetEast = recipe.registrationMetres() * random.nextGaussian();
        double offsetNorth = recipe.registrationMetres() * random.nextGaussian();
        SceneSimulator usual =
                ground.with(s -> s.withSatellite(satellite).under(weather).withOffset(offsetEast, offsetNorth));

        SceneSimulator asIdle = usual.with(s -> s.withNoiseKelvin(0));
        SceneSimulator asItIs = usual.grid(grid(plan.seed()))
                .with(s -> s.withSceneClutterKelvin(recipe.clutterShare() * recipe.staticKelvin())
                        .withSceneClutterMetres(recipe.clutterMetres()))
                .clouds(clouds(plan.seed(), weather));
        Map<String, Double> excess = new LinkedHashMap<>();
        Map<String, Double> own = new LinkedHashMap<>();
        for (int i = 0; i < buildings.size(); i++) {
            Building building = buildings.get(i);
            double still = weather.contrast() * warmth.still(i);
            double varied = warmth.varied(i, plan);
            double active = plan.isOn(i + 1) ? plan.kelvin() : 0;
            asIdle = asIdle.excess(building.corners(), still);
            asItIs = asItIs.excess(building.corners(), still + varied + active);
            own.put(building.id(), varied);
            excess.put(building.id(), active);
        }
        SimulatedScene scene = asItIs.simulate(plan.seed());
        SceneTruth truth = new SceneTruth(excess, own, scene, asIdle);
        Optional<Transmittance> tau = isTauKnown
                ? Optional.of(new Transmittance(weather.transmittance(), Transmittance.Source.ST_ATRAN))
                : Optional.empty();
        return delivered(plan, tau, scene, truth);
    }

    /** The prior's rotation is the true one's middle, as the orbit's is of real scenes. */
    private NativeGrid grid(long seed) {
        return NativeGrid.random(RandomStreams.of(seed, "grid"), SceneSimulator.DAY_ROTATION)
                .about(SceneGrid.KAESONG_EAST, SceneGrid.KAESONG_NORTH)
                .withBend(recipe.bend());
    }

    private List<Cloud> clouds(long seed, Weather weather) {
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

    /** @param tau transmittance that a level-2 product states, if there is one */
    private ArchiveScene delivered(
            ScenePlan plan, Optional<Transmittance> tau, SimulatedScene scene, SceneTruth truth) {
        Satellite satellite = scene.settings().satellite();
        ThermalRadiometry radiometry = radiometry(satellite);
        Scaling scaling = tau.isPresent()
                ? LEVEL_2
                : new Scaling(radiometry.multiplier(), radiometry.offset(), ThermalRadiometry.FILL);
        DeliveredImage image = image(scene, scaling);
        Readings.Reading reading = readings.read(image, scaling);
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
                reading.grid(),
                image.clearFraction(),
                tau.orElse(Transmittance.USUAL),
                radiometry,
                scaling.multiplier(),
                Set.of(),
                "simulated/" + product.id() + ".tif");
        return new ArchiveScene(plan.group(), new SampledScene(record, reading.samples()), image, truth);
    }

    /** Rounded to the counts of level 1, and again to those of level 2. */
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

    /** The simulator tells its calibration by what it does: the difference has a rounding error that a product has not. */
    static ThermalRadiometry radiometry(Satellite satellite) {
        double offset = satellite.radiance(0);
        double multiplier = Math.rint((satellite.radiance(1) - offset) * 1e9) / 1e9;
        return new ThermalRadiometry(
                multiplier, offset, satellite.planck().k1(), satellite.planck().k2());
    }
}
