package org.heatwatch.validation;

import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.landsat.EffectiveKelvin;
import org.heatwatch.ledger.SceneRecord;

/** Delivered pixels in effective kelvin. */
final class PixelKelvin {
    private PixelKelvin() {}

    /** The pixels less the median of the clear ones; whatever they are where the mask hides them. */
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
