package org.heatwatch.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.validation.SeasonalBaseline.Terms;

/** Methods in use today, and bounds of what is achievable. */
public final class Methods {
    private Methods() {}

    /** Mean of the outline minus median of a ring, scored by mean and spread over the reference scenes. */
    public static Method zonalMean() {
        return new PerSceneMethod("zonal mean - ring median", ZonalMean::learn, Terms.CONSTANT);
    }

    /** {@link #zonalMean} with a seasonal baseline. */
    public static Method seasonalZonalMean() {
        return new PerSceneMethod("zonal mean - ring median, seasonal baseline", ZonalMean::learn, Terms.YEARLY_WAVE);
    }

    /** Generalised least squares on the residuals of 30 m pixels about their seasonal baselines. */
    public static Method pixelResiduals() {
        return new PerSceneMethod("GLS on per-pixel residuals, 30 m", PixelFit::onResiduals, Terms.YEARLY_WAVE);
    }

    /** The textbook method: generalised least squares on a single 30 m image under the covariance of the ground. */
    public static Method singleImage() {
        return new PerSceneMethod(
                "GLS on single images, static background covariance, 30 m",
                PixelFit::onSingleScenes,
                Terms.YEARLY_WAVE);
    }

    /** Bound with known grid, background, stationary covariance and idle variability; nothing is learned. */
    public static Method bound() {
        return oracle("bound: stationary covariance", OracleBackground::stationary);
    }

    /** Tighter bound, which also knows the simulated covariance of the background scatter at each position. */
    public static Method tightBound() {
        return oracle(
                "bound: simulated covariance, including idle neighbours",
                (archive, _) -> OracleBackground.asDrawn(archive));
    }

    private interface Learner {
        OracleBackground learn(SimulatedArchive archive, List<ArchiveScene> referenceScenes);
    }

    private static Method oracle(String name, Learner learner) {
        return new Method() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Fitted fit(SimulatedArchive archive, List<ArchiveScene> referenceScenes) {
                OracleBackground background = learner.learn(archive, referenceScenes);
                double idleVariance = archive.recipe().idleVariabilityKelvin()
                        * archive.recipe().idleVariabilityKelvin();
                return scene -> {
                    Map<String, MethodScore> scores = new LinkedHashMap<>();
                    background
                            .estimate(scene)
                            .forEach((facility, estimate) -> scores.put(
                                    facility,
                                    new MethodScore(
                                            estimate.kelvin(),
                                            Math.sqrt(idleVariance + estimate.variance()),
                                            Double.POSITIVE_INFINITY)));
                    return scores;
                };
            }
        };
    }

    /** {@link #bound} with level and spread of each facility learned from the reference scenes. */
    public static Method learnedBound() {
        return new PerSceneMethod(
                "bound: stationary covariance, facility baselines learned",
                (archive, referenceScenes) -> {
                    OracleBackground background = OracleBackground.stationary(archive, referenceScenes);
                    return scene -> {
                        Map<String, Double> kelvin = new LinkedHashMap<>();
                        background
                                .estimate(scene)
                                .forEach((facility, estimate) -> kelvin.put(facility, estimate.kelvin()));
                        return kelvin;
                    };
                },
                Terms.YEARLY_WAVE);
    }

    /** All methods of this class. */
    public static List<Method> all() {
        return List.of(
                zonalMean(),
                seasonalZonalMean(),
                singleImage(),
                pixelResiduals(),
                learnedBound(),
                bound(),
                tightBound());
    }
}
