package org.heatwatch.history;

import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.background.SceneSamples;
import org.heatwatch.landsat.EffectiveKelvin;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.sampling.NativeSamples;
import org.locationtech.jts.geom.Envelope;

/**
 * Converts the recorded radiances around a site to effective kelvin relative to the scene's median.
 *
 * @param area to convert, in metres of the site's UTM zone
 * @param climatology transmittances for products without their own
 */
record SceneConversion(Envelope area, TransmittanceClimatology climatology) {
    private static final int FEWEST_SAMPLES = 50;

    /** Converts a scene; empty if its grid is unresolved or it has fewer than 50 samples in the area. */
    Optional<SceneSamples> convert(SampledScene scene) {
        return scene.nativeSamples().flatMap(samples -> convert(scene.scene(), samples));
    }

    private Optional<SceneSamples> convert(SceneRecord record, NativeSamples samples) {
        int[] inside = new int[samples.count()];
        int count = 0;
        for (int i = 0; i < samples.count(); i++) {
            if (area.contains(samples.east(i), samples.north(i))) {
                inside[count++] = i;
            }
        }
        if (count < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        double[] east = new double[count];
        double[] north = new double[count];
        double[] value = new double[count];
        for (int i = 0; i < count; i++) {
            east[i] = samples.east(inside[i]);
            north[i] = samples.north(inside[i]);
            value[i] = samples.value(inside[i]);
        }
        double median = Median.withDefaults().withCopy(true).evaluate(value);
        double kelvinPerRadiance = EffectiveKelvin.perRadiance(
                record.radiometry(), median, transmittance(record).tau());
        for (int i = 0; i < count; i++) {
            value[i] = (value[i] - median) * kelvinPerRadiance;
        }
        return Optional.of(
                new SceneSamples(record.acquisition().date(), record.acquiredAt(), samples.grid(), east, north, value));
    }

    /** The product's own transmittance, otherwise the median of the month, otherwise the recorded assumption. */
    Transmittance transmittance(SceneRecord record) {
        return switch (record.transmittance().source()) {
            case ST_ATRAN -> record.transmittance();
            case ASSUMED -> climatology.at(record.acquisition().date()).orElse(record.transmittance());
        };
    }
}
