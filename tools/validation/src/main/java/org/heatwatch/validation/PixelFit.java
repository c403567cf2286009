package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.site.Role;
import org.heatwatch.validation.SeasonalBaseline.DatedValue;
import org.heatwatch.validation.SeasonalBaseline.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Generalised least squares of the response of each facility on the 30 m pixels within 330 m, under the empirical
 * stationary covariance of the reference scenes. A Matérn covariance fitted by maximum likelihood performs a fifth
 * worse here, because it assumes detail that resampled pixels do not have.
 */
final class PixelFit implements PerSceneMethod.Measure {
    private static final double REACH_METRES = 330;

    /** Between 0.01 and 10 times this value, the detection rates do not change. */
    private static final double NUGGET_SHARE = 0.01;

    private final List<PixelNeighbourhood> facilities;
    private final Function<ArchiveScene, double[]> values;
    private final Correlation correlation;
    private final Map<String, double[]> weights;

    private PixelFit(
            List<PixelNeighbourhood> facilities,
            Function<ArchiveScene, double[]> values,
            Correlation correlation,
            Map<String, double[]> weights) {
        this.facilities = facilities;
        this.values = values;
        this.correlation = correlation;
        this.weights = weights;
    }

    private static PixelFit of(
            SimulatedArchive archive, List<ArchiveScene> referenceScenes, Function<ArchiveScene, double[]> values) {
        List<PixelNeighbourhood> facilities = archive.site().features(Role.FACILITY).stream()
                .map(facility -> PixelNeighbourhood.of(
                        facility, archive.site(), referenceScenes.getFirst().image(), REACH_METRES))
                .toList();
        Correlation correlation = PixelCorrelation.of(
                referenceScenes.parallelStream()
                        .map(scene -> InnerSquare.of(scene.image()).centred(values.apply(scene), scene.image()))
                        .toList(),
                InnerSquare.SIDE,
                NUGGET_SHARE);
        Map<String, double[]> weights = new LinkedHashMap<>();
        for (PixelNeighbourhood facility : facilities) {
            weights(facility, correlation).ifPresent(w -> weights.put(facility.id(), w));
        }
        return new PixelFit(facilities, values, correlation, weights);
    }

    /** Fit to the residuals of pixels about their seasonal baselines, under the covariance of those residuals. */
    static PixelFit onResiduals(SimulatedArchive archive, List<ArchiveScene> referenceScenes) {
        Map<Integer, SeasonalBaseline> seasons = seasons(referenceScenes);
        return of(archive, referenceScenes, scene -> {
            double[] kelvin = PixelKelvin.of(scene);
            LocalDate date = scene.sampled().scene().acquisition().date();
            seasons.forEach((pixel, season) -> kelvin[pixel] -= season.expected(date));
            return kelvin;
        });
    }

    /** Fit to single scenes, under the covariance of the ground. */
    static PixelFit onSingleScenes(SimulatedArchive archive, List<ArchiveScene> referenceScenes) {
        return of(archive, referenceScenes, PixelKelvin::of);
    }

    private static Map<Integer, SeasonalBaseline> seasons(List<ArchiveScene> referenceScenes) {
        List<double[]> images =
                referenceScenes.parallelStream().map(PixelKelvin::of).toList();
        Map<Integer, SeasonalBaseline> seasons = new LinkedHashMap<>();
        for (int pixel : InnerSquare.of(referenceScenes.getFirst().image()).pixels()) {
            List<DatedValue> values = new ArrayList<>();
            for (int i = 0; i < referenceScenes.size(); i++) {
                if (referenceScenes.get(i).image().isValid(pixel)) {
                    values.add(new DatedValue(
                            referenceScenes
                                    .get(i)
                                    .sampled()
                                    .scene()
                                    .acquisition()
                                    .date(),
                            images.get(i)[pixel]));
                }
            }
            SeasonalBaseline.of(values, Terms.YEARLY_WAVE).ifPresent(season -> seasons.put(pixel, season));
        }
        return seasons;
    }

    private static Optional<double[]> weights(PixelNeighbourhood facility, Correlation correlation) {
        return facility.model().under(correlation).map(fit -> fit.weights(0));
    }

    @Override
    public Map<String, Double> of(ArchiveScene scene) {
        double[] image = values.apply(scene);
        Map<String, Double> found = new LinkedHashMap<>();
        for (PixelNeighbourhood facility : facilities) {
            if (facility.isWhollyValid(scene.image())) {
                put(facility, weights.get(facility.id()), image, found);
            } else {
                facility.seen(scene.image())
                        .ifPresent(seen -> put(seen, weights(seen, correlation).orElse(null), image, found));
            }
        }
        return found;
    }

    private static void put(
            PixelNeighbourhood facility, double @Nullable [] weights, double[] image, Map<String, Double> found) {
        if (weights == null) {
            return;
        }
        double[] values = facility.of(image);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        found.put(facility.id(), sum);
    }
}
