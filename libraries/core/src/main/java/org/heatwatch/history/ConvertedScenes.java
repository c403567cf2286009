package org.heatwatch.history;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;

/**
 * The scenes of a site in one observing regime, converted to effective kelvin over the whole clip: the best product of
 * each overpass, without scenes whose grid is unresolved.
 */
public final class ConvertedScenes {
    /** Samples beyond the area of most scenes are left out: the median of the scenes' edges. */
    private static final double EDGE_QUANTILE = 0.5;

    private final Regime regime;
    private final SceneConversion conversion;
    private final List<ConvertedScene> scenes;

    private ConvertedScenes(Regime regime, SceneConversion conversion, List<ConvertedScene> scenes) {
        this.regime = regime;
        this.conversion = conversion;
        this.scenes = scenes;
    }

    /**
     * A scene and its samples.
     *
     * @param record of the scene
     * @param samples in effective kelvin, relative to the median of the scene
     */
    public record ConvertedScene(SceneRecord record, SceneSamples samples) {
        /** UTC date of the acquisition. */
        public LocalDate date() {
            return record.acquisition().date();
        }
    }

    /**
     * Converts the scenes of a regime up to a day.
     *
     * @param clouds may have results of an earlier run
     */
    public static ConvertedScenes of(
            CloudScreen clouds, Site site, Collection<SampledScene> scenes, Regime regime, LocalDate asOf) {
        List<SampledScene> used = used(clouds.of(site, scenes, asOf), regime);
        SceneConversion conversion = new SceneConversion(
                area(used),
                TransmittanceClimatology.of(
                        used.stream().map(SampledScene::scene).toList()));
        return new ConvertedScenes(regime, conversion, converted(used, conversion));
    }

    private static List<SampledScene> used(List<ScreenedScene> screened, Regime regime) {
        return screened.stream()
                .map(ScreenedScene::sampled)
                .filter(scene -> Regime.of(scene.scene()).equals(regime))
                .filter(scene ->
                        scene.samples().filter(samples -> samples.count() > 0).isPresent())
                .toList();
    }

    private static List<ConvertedScene> converted(List<SampledScene> used, SceneConversion conversion) {
        return used.parallelStream()
                .flatMap(scene ->
                        conversion.convert(scene).stream().map(samples -> new ConvertedScene(scene.scene(), samples)))
                .toList();
    }

    /** The area that the scenes have in common, in metres of the site's UTM zone; contains all samples. */
    public Envelope area() {
        return conversion.area();
    }

    /** The scenes in the order of their acquisition. */
    public List<ConvertedScene> scenes() {
        return scenes;
    }

    /**
     * Converts later scenes of the same regime as these: over the same area, with the same climatology.
     *
     * @param clouds may have results of an earlier run
     * @param after last day of these scenes
     * @param asOf last day of the later scenes
     * @return in the order of their acquisition
     */
    public List<ConvertedScene> later(
            CloudScreen clouds, Site site, Collection<SampledScene> scenes, LocalDate after, LocalDate asOf) {
        return converted(
                used(clouds.of(site, scenes, asOf), regime).stream()
                        .filter(scene -> scene.scene().acquisition().date().isAfter(after))
                        .toList(),
                conversion);
    }

    private static Envelope area(List<SampledScene> scenes) {
        if (scenes.isEmpty()) {
            return new Envelope();
        }
        double[][] edges = new double[4][scenes.size()];
        for (int k = 0; k < scenes.size(); k++) {
            Envelope of = extent(scenes.get(k).nativeSamples().orElseThrow());
            edges[0][k] = of.getMinX();
            edges[1][k] = of.getMaxX();
            edges[2][k] = of.getMinY();
            edges[3][k] = of.getMaxY();
        }
        for (double[] edge : edges) {
            Arrays.sort(edge);
        }
        int middle = (int) (EDGE_QUANTILE * (scenes.size() - 1));
        return new Envelope(edges[0][middle], edges[1][middle], edges[2][middle], edges[3][middle]);
    }

    private static Envelope extent(NativeSamples samples) {
        Envelope extent = new Envelope();
        for (int i = 0; i < samples.count(); i++) {
            extent.expandToInclude(samples.east(i), samples.north(i));
        }
        return extent;
    }
}
