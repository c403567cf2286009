package org.heatwatch.validation;

import java.util.Arrays;
import org.heatwatch.ledger.SceneRecord;

/** Radiance as kelvins of the ground, so that an excess means the same in dry winter and in humid summer. */
final class EffectiveKelvin {
    private static final double EMISSIVITY = 0.93;

    private EffectiveKelvin() {}

    /** The pixels less the median of the clear ones; whatever they are where the mask hides them. */
    static double[] of(ArchiveScene scene) {
        DeliveredImage image = scene.image();
        double[] clear = new double[image.size()];
        int n = 0;
        for (int i = 0; i < image.size(); i++) {
            if (image.isValid(i)) {
                clear[n++] = image.radiance(i);
            }
        }
        if (n == 0) {
            return clear;
        }
        clear = Arrays.copyOf(clear, n);
        Arrays.sort(clear);
        double median = clear[n / 2];
        SceneRecord record = scene.sampled().scene();
        double background = record.radiometry().brightnessTemperature(median);
        double perKelvin =
                record.transmittance().tau() * EMISSIVITY * record.radiometry().radiancePerKelvinAt(background);
        double[] kelvin = new double[image.size()];
        for (int i = 0; i < kelvin.length; i++) {
            kelvin[i] = (image.radiance(i) - median) / perKelvin;
        }
        return kelvin;
    }
}
