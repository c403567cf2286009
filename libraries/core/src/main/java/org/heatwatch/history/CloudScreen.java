package org.heatwatch.history;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heatwatch.estimation.cloud.CloudTest;
import org.heatwatch.estimation.cloud.ThermalScene;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.site.Site;

/**
 * Removes the samples that the thermal test finds to be cloud, whatever the mask of the product says: the mask of a
 * night scene may contain no cloud at all. Before that, adds the samples of bright buildings that masks flag as cloud.
 *
 * <p>The ground and the bright buildings are learned from the reference scenes, so that a later scene does not change
 * the result of another one; from all scenes if there are too few reference scenes.
 *
 * <p>An instance keeps the results of its last run, so that one more scene is cheap. The result equals that of a new
 * instance.
 */
public final class CloudScreen {
    private static final int FEWEST_REFERENCE = 12;

    /** More scenes hardly improve the known ground; spread evenly over time. */
    private static final int MOST_LEARNED = 80;

    private final HistoryCache<List<SampledScene>, MaskedBuildings> buildings = new HistoryCache<>();
    private final HistoryCache<List<SampledScene>, Optional<CloudTest>> tests = new HistoryCache<>();
    private final HistoryCache<SceneKey, ScreenedScene> screened = new HistoryCache<>();

    /** A screen without results of an earlier run. */
    public CloudScreen() {}

    /**
     * A scene and what its result depends on.
     *
     * @param original without the samples of bright buildings
     * @param test compared by identity: the same one is kept while its ground does not change
     */
    private record SceneKey(SampledScene original, SampledScene scene, Optional<CloudTest> test) {}

    /** The used scenes of a site up to a day without their clouds, in order of time. */
    synchronized List<ScreenedScene> of(Site site, Collection<SampledScene> scenes, LocalDate asOf) {
        List<SampledScene> best = BestProducts.of(site, scenes, asOf);
        MaskedBuildings bright = buildings
                .get(List.of(learnedFrom(site, best)), MaskedBuildings::of)
                .getFirst();
        List<SampledScene> ordered = best.stream().map(bright::added).toList();
        Map<Regime, Optional<CloudTest>> testOf = tests(site, ordered);
        return screened.get(
                IntStream.range(0, ordered.size())
                        .mapToObj(i -> new SceneKey(
                                best.get(i),
                                ordered.get(i),
                                testOf.getOrDefault(Regime.of(ordered.get(i).scene()), Optional.empty())))
                        .toList(),
                CloudScreen::screened);
    }

    private Map<Regime, Optional<CloudTest>> tests(Site site, List<SampledScene> ordered) {
        Map<Regime, List<SampledScene>> ofRegimes = ordered.stream()
                .filter(CloudScreen::hasSamples)
                .collect(Collectors.groupingBy(
                        scene -> Regime.of(scene.scene()), LinkedHashMap::new, Collectors.toList()));
        List<Optional<CloudTest>> all = tests.get(
                ofRegimes.values().stream().map(its -> learned(site, its)).toList(), CloudScreen::test);
        Map<Regime, Optional<CloudTest>> ofRegime = new HashMap<>();
        int next = 0;
        for (Regime regime : ofRegimes.keySet()) {
            ofRegime.put(regime, all.get(next++));
        }
        return ofRegime;
    }

    private static Optional<CloudTest> test(List<SampledScene> learned) {
        return CloudTest.of(learned.stream().map(CloudScreen::thermal).toList());
    }

    private static int samples(SampledScene scene) {
        return scene.samples().map(StoredSamples::count).orElse(0);
    }

    private static boolean hasSamples(SampledScene scene) {
        return samples(scene) > 0;
    }

    /** The reference scenes, or all scenes if there are too few. */
    private static List<SampledScene> learnedFrom(Site site, List<SampledScene> scenes) {
        List<SampledScene> reference = scenes.stream()
                .filter(scene ->
                        site.referenceWeight(scene.scene().acquisition().date()) > 0)
                .toList();
        return reference.size() < FEWEST_REFERENCE ? scenes : reference;
    }

    private static List<SampledScene> learned(Site site, List<SampledScene> scenes) {
        List<SampledScene> used = learnedFrom(site, scenes);
        int count = Math.min(MOST_LEARNED, used.size());
        return IntStream.range(0, count)
                .mapToObj(i -> used.get((int) ((long) i * used.size() / count)))
                .toList();
    }

    private static ThermalScene thermal(SampledScene scene) {
        NativeSamples samples = scene.nativeSamples().orElseThrow();
        ThermalRadiometry radiometry = scene.scene().radiometry();
        double[] east = new double[samples.count()];
        double[] north = new double[samples.count()];
        double[] kelvin = new double[samples.count()];
        for (int i = 0; i < kelvin.length; i++) {
            east[i] = samples.east(i);
            north[i] = samples.north(i);
            kelvin[i] = radiometry.brightnessTemperature(samples.value(i));
        }
        return new ThermalScene(scene.scene().acquisition().date(), east, north, kelvin);
    }

    private static ScreenedScene screened(SceneKey key) {
        SampledScene scene = key.scene();
        Optional<CloudTest> test = key.test();
        int ofBuildings = samples(scene) - samples(key.original());
        SceneRecord record = scene.scene();
        if (test.isEmpty() || !hasSamples(scene)) {
            return new ScreenedScene(scene, new ClearSky(record.clearFraction(), ClearSky.Mask.QA_PIXEL, ofBuildings));
        }
        boolean[] clear = test.get().clear(thermal(scene));
        long count = IntStream.range(0, clear.length).filter(i -> clear[i]).count();
        ClearSky sky = new ClearSky(
                record.clearFraction() * count / clear.length, ClearSky.Mask.QA_PIXEL_AND_TEMPERATURE, ofBuildings);
        return count == clear.length
                ? new ScreenedScene(scene, sky)
                : new ScreenedScene(new SampledScene(record, scene.samples().map(all -> all.only(i -> clear[i]))), sky);
    }
}
