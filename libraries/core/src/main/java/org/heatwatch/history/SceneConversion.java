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
 * From recorded radiances to effective kelvin about the scene's median, round a site.
 *
 * @param area what is wanted, in metres of the site's zone
 */
record SceneConversion(Envelope area, TransmittanceClimatology climatology) {

    /** Empty if the scene's grid is unresolved or hardly any sample lies in the area. */
    Optional<SceneSamples> convert(SampledScene scene) {
        return scene.nativeSamples().flatMap(samples -> convert(scene.scene(), samples));
    }

    private Optional<SceneSamples> convert(SceneRecord record, NativeSamples samples) {
        int[] inside = new int[samples.count()];
        int n = 0;
        for (int i = 0; i < samples.count(); i++) {
            if (area.contains(samples.east(i), samples.north(i))) {
                inside[n++] = i;
            }
        }
        if (n < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        double[] east = new double[n];
        double[] north = new double[n];
        double[] value = new double[n];
        for (int i = 0; i < n; i++) {
            east[i] = samples.east(inside[i]);
            north[i] = samples.north(inside[i]);
            value[i] = samples.value(inside[i]);
        }
        double median = Median.withDefaults().withCopy(true).evaluate(value);
        double kelvinPerRadiance = EffectiveKelvin.perRadiance(
                record.radiometry(), median, transmittance(record).tau());
        for (int i = 0; i < n; i++) {
            value[i] = (value[i] - median) * kelvinPerRadiance;
        }
        return Optional.of(
                new SceneSamples(record.acquisition().date(), record.acquiredAt(), samples.grid(), east, north, value));
    }

    private static final int FEWEST_SAMPLES = 50;

    /** The product's own transmittance, else the site's usual one at this time of year. */
    Transmittance transmittance(SceneRecord record) {
        return switch (record.transmittance().source()) {
            case ST_ATRAN -> record.transmittance();
            case ASSUMED -> climatology.at(record.acquisition().date()).orElse(record.transmittance());
        };
    }
}
