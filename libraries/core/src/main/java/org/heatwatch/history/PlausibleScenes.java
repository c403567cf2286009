package org.heatwatch.history;

import java.util.Optional;
import org.heatwatch.clip.PlausiblePixels;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.StoredSamples;

/**
 * Excludes recorded scenes whose numbers cannot be true from every statistic. Such products are refused when they are
 * taken in; this concerns scenes that were recorded by versions without that check. A wrong scene in a reference period
 * would otherwise change the results of all others.
 */
final class PlausibleScenes {
    /** Smallest plausible transmittance; the most humid atmospheres of the tropics transmit about 0.2. */
    private static final double SMALLEST_TRANSMITTANCE = 0.1;

    private PlausibleScenes() {}

    /** The scene, or one without samples that states the reason if its numbers cannot be true. */
    static SampledScene of(SampledScene scene) {
        return defect(scene).map(reason -> without(scene.scene(), reason)).orElse(scene);
    }

    private static Optional<String> defect(SampledScene scene) {
        SceneRecord record = scene.scene();
        if (!record.radiometry().isPlausibleFor(record.product().satellite())) {
            return Optional.of("not used, because its calibration is not that of the satellite");
        }
        if (record.transmittance().tau() < SMALLEST_TRANSMITTANCE) {
            return Optional.of("not used, because a transmittance of %.4f cannot be true"
                    .formatted(record.transmittance().tau()));
        }
        return scene.samples()
                .filter(samples ->
                        outside(samples, record.radiometry()) > PlausiblePixels.LARGEST_SHARE * samples.count())
                .map(_ -> "not used, because its brightness temperatures are outside %.0f to %.0f K"
                        .formatted(PlausiblePixels.LOWEST_KELVIN, PlausiblePixels.HIGHEST_KELVIN));
    }

    private static int outside(StoredSamples samples, ThermalRadiometry radiometry) {
        double lowest = radiometry.radianceAt(PlausiblePixels.LOWEST_KELVIN);
        double highest = radiometry.radianceAt(PlausiblePixels.HIGHEST_KELVIN);
        int outside = 0;
        for (int i = 0; i < samples.count(); i++) {
            outside += samples.radiance(i) >= lowest && samples.radiance(i) <= highest ? 0 : 1;
        }
        return outside;
    }

    private static SampledScene without(SceneRecord record, String reason) {
        return new SampledScene(
                new SceneRecord(
                        record.product(),
                        record.boundsVersion(),
                        record.extractionVersion(),
                        record.acquiredAt(),
                        record.pass(),
                        new SampledGrid.Unresolved(reason),
                        record.clearFraction(),
                        Transmittance.USUAL,
                        record.product().satellite().radiometry(),
                        record.radiancePerCount(),
                        record.flags(),
                        record.clipKey()),
                Optional.empty());
    }
}
