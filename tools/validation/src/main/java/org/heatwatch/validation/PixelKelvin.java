package org.heatwatch.validation;

import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.landsat.EffectiveKelvin;
import org.heatwatch.ledger.SceneRecord;

/** Converts delivered pixels to effective kelvin. */
final class PixelKelvin {
    private PixelKelvin() {}

    /** Effective kelvin of all pixels relative to the median of the clear ones; masked pixels are arbitrary. */
    static double[] of(ArchiveScene scene) {
        DeliveredImage image = scene.image();
        double[] clear = IntStream.range(0, image.size())
                .filter(image::isValid)
                .mapToDouble(image::radiance)
                .toArray();
        if (clear.length == 0) {
            return new double[image.size()];
        }
        double median = Median.withDefaults().evaluate(clear);
        SceneRecord record = scene.sampled().scene();
        double kelvin = EffectiveKelvin.perRadiance(
                record.radiometry(), median, record.transmittance().tau());
        return IntStream.range(0, image.size())
                .mapToDouble(i -> (image.radiance(i) - median) * kelvin)
                .toArray();
    }
}
