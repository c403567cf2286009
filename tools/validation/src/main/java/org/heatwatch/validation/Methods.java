package org.heatwatch.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.validation.SeasonalBaseline.Terms;

/** What is done today, and what could be done at best. */
public final class Methods {
    private Methods() {}

    /** Mean of the outline less median of a ring, against its mean and spread over the dormant looks. */
    public static Method zonalMean() {
        return new Measured("zonal mean - ring median", ZonalMean::learn, Terms.CONSTANT);
    }

    /** The same against a yearly wave. */
    public static Method seasonalZonalMean() {
        return new Measured("zonal mean - ring median, seasonal baseline", ZonalMean::learn, Terms.YEARLY_WAVE);
    }

    /** Generalised least squares on what each 30 m pixel is off its own season. */
    public static Method pixelResiduals() {
        return new Measured("GLS on per-pixel residuals, 30 m", PixelFit::onResiduals, Terms.YEARLY_WAVE);
    }

    /** The textbook's choice: generalised least squares on one 30 m image under the ground's own covariance. */
    public static Method singleImage() {
        return new Measured(
                "GLS on the single image, static clutter, 30 m", PixelFit::onSingleScenes, Terms.YEARLY_WAVE);
    }

    /** Grid, idle map and a stationary covariance are known, each building's own variation too; nothing is learned. */
    public static Method bound() {
        return known("bound: stationary covariance", KnownGround::stationary);
    }

    /**
     * The covariance of the clutter is known as it was drawn, field by field: how far one could come who knew what varies
     * together at each place.
     */
    public static Method tightBound() {
        return known(
                "bound: covariance as drawn, idle neighbours included", (archive, _) -> KnownGround.asDrawn(archive));
    }

    private interface Learner {
        KnownGround learn(SimulatedArchive archive, List<ArchiveScene> dormant);
    }

    private static Method known(String name, Learner learner) {
        return new Method() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Fitted fit(SimulatedArchive archive, List<ArchiveScene> dormant) {
                KnownGround ground = learner.learn(archive, dormant);
                double own = archive.recipe().ownKelvin() * archive.recipe().ownKelvin();
                return scene -> {
                    Map<String, Score> scores = new LinkedHashMap<>();
                    ground.read(scene)
                            .forEach((facility, reading) -> scores.put(
                                    facility,
                                    new Score(
                                            reading.kelvin(),
                                            Math.sqrt(own + reading.variance()),
                                            Double.POSITIVE_INFINITY)));
                    return scores;
                };
            }
        };
    }

    /** As {@link #bound}, but the level and spread of each facility are those of its dormant looks. */
    public static Method boundOfLooks() {
        return new Measured(
                "bound: stationary covariance, own level and spread learned",
                (archive, dormant) -> {
                    KnownGround ground = KnownGround.stationary(archive, dormant);
                    return scene -> {
                        Map<String, Double> kelvin = new LinkedHashMap<>();
                        ground.read(scene).forEach((facility, reading) -> kelvin.put(facility, reading.kelvin()));
                        return kelvin;
                    };
                },
                Terms.YEARLY_WAVE);
    }

    /** All of these. */
    public static List<Method> all() {
        return List.of(
                zonalMean(),
                seasonalZonalMean(),
                singleImage(),
                pixelResiduals(),
                boundOfLooks(),
                bound(),
                tightBound());
    }
}
