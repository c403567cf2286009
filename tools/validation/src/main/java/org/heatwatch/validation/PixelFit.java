package org.heatwatch.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.site.Role;
import org.heatwatch.validation.SeasonalBaseline.Look;
import org.heatwatch.validation.SeasonalBaseline.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Generalised least squares of each facility's response on the 30 m pixels within 330 m, under the stationary covariance
 * that is found in the dormant scenes. A covariance of Matern's form fitted by likelihood does a fifth worse here: it
 * believes in detail that resampled pixels do not have.
 */
final class PixelFit implements Measured.Measure {
    private static final double REACH_METRES = 330;

    /** From a hundredth of this to ten times as much makes no difference to what is detected. */
    private static final double NUGGET_SHARE = 0.01;

    private final List<PixelNeighbourhood> facilities;
    private final Function<ArchiveScene, double[]> values;
    private final Correlation correlation;
    private final Map<String, double[]> weights = new LinkedHashMap<>();

    private PixelFit(SimulatedArchive archive, List<ArchiveScene> dormant, Function<ArchiveScene, double[]> values) {
        this.facilities = archive.site().features(Role.FACILITY).stream()
                .map(facility -> PixelNeighbourhood.of(
                        facility, archive.site(), dormant.getFirst().image(), REACH_METRES))
                .toList();
        this.values = values;
        this.correlation = PixelCorrelation.of(
                dormant.parallelStream()
                        .map(scene -> InnerSquare.of(scene.image()).centred(values.apply(scene), scene.image()))
                        .toList(),
                InnerSquare.SIDE,
                NUGGET_SHARE);
        for (PixelNeighbourhood facility : facilities) {
            weights(facility).ifPresent(w -> weights.put(facility.id(), w));
        }
    }

    /** On what is left after each pixel's own season, under the covariance of what is left of the dormant scenes. */
    static PixelFit onResiduals(SimulatedArchive archive, List<ArchiveScene> dormant) {
        Map<Integer, SeasonalBaseline> seasons = seasons(dormant);
        return new PixelFit(archive, dormant, scene -> {
            double[] kelvin = PixelKelvin.of(scene);
            LocalDate date = scene.sampled().scene().acquisition().date();
            seasons.forEach((pixel, season) -> kelvin[pixel] -= season.expected(date));
            return kelvin;
        });
    }

    /** On single scenes, under the covariance of the ground itself. */
    static PixelFit onSingleScenes(SimulatedArchive archive, List<ArchiveScene> dormant) {
        return new PixelFit(archive, dormant, PixelKelvin::of);
    }

    private static Map<Integer, SeasonalBaseline> seasons(List<ArchiveScene> dormant) {
        List<double[]> images = dormant.parallelStream().map(PixelKelvin::of).toList();
        Map<Integer, SeasonalBaseline> seasons = new LinkedHashMap<>();
        for (int pixel : InnerSquare.of(dormant.getFirst().image()).pixels()) {
            List<Look> looks = new ArrayList<>();
            for (int i = 0; i < dormant.size(); i++) {
                if (dormant.get(i).image().isValid(pixel)) {
                    looks.add(new Look(
                            dormant.get(i).sampled().scene().acquisition().date(), images.get(i)[pixel]));
                }
            }
            SeasonalBaseline.of(looks, Terms.YEARLY_WAVE).ifPresent(season -> seasons.put(pixel, season));
        }
        return seasons;
    }

    private Optional<double[]> weights(PixelNeighbourhood facility) {
        return facility.patch().under(correlation).map(fit -> fit.weights(0));
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
                        .ifPresent(seen -> put(seen, weights(seen).orElse(null), image, found));
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
