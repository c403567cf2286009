package org.heatwatch.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heatwatch.estimation.background.ReferenceScene;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;

/**
 * The scenes of an observing regime in a site's reference periods: everything that its baseline depends on.
 *
 * @param scenes in the order of their acquisition
 */
record ReferenceScenes(Site site, Regime regime, List<SampledScene> scenes) {

    /** The reference scenes of each regime that has any. */
    static Map<Regime, ReferenceScenes> of(Site site, List<SampledScene> ordered) {
        Map<Regime, ReferenceScenes> all = new LinkedHashMap<>();
        ordered.stream()
                .filter(scene -> site.referenceWeight(date(scene)) > 0)
                .collect(Collectors.groupingBy(
                        scene -> Regime.of(scene.scene()), LinkedHashMap::new, Collectors.toList()))
                .forEach((regime, its) -> all.put(regime, new ReferenceScenes(site, regime, its)));
        return all;
    }

    /** The scenes in which certainly nothing ran. */
    ReferenceScenes certain() {
        return new ReferenceScenes(
                site,
                regime,
                scenes.stream()
                        .filter(scene -> site.referenceWeight(date(scene)) == 1)
                        .toList());
    }

    /**
     * Conversion from radiance to effective kelvin that uses the transmittances of these scenes.
     *
     * @param area to convert, in metres of the site's UTM zone
     */
    SceneConversion conversion(Envelope area) {
        return new SceneConversion(
                area,
                TransmittanceClimatology.of(
                        scenes.stream().map(SampledScene::scene).toList()));
    }

    /** The scenes that can be converted and do not contradict the others, each with its weight. */
    List<ReferenceScene> converted(SceneConversion conversion) {
        List<ReferenceScene> converted = new ArrayList<>();
        for (SampledScene scene : scenes) {
            conversion
                    .convert(scene)
                    .ifPresent(
                            samples -> converted.add(new ReferenceScene(samples, site.referenceWeight(date(scene)))));
        }
        return ConsistentScenes.of(converted);
    }

    private static LocalDate date(SampledScene scene) {
        return scene.scene().acquisition().date();
    }
}
