package org.heatwatch.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.validation.SeasonalBaseline.Look;
import org.heatwatch.validation.SeasonalBaseline.Terms;
import org.jspecify.annotations.Nullable;

/** Generalised least squares of each facility's response on the 30 m pixels within 330 m. */
final class PixelFit implements Measured.Measure {
    private static final double REACH_METRES = 330;

    /** Less than the fit's, since the cost grows with the sixth power and far pixels tell little of the correlation. */
    private static final double CLUTTER_REACH_METRES = 220;

    private static final int PARCELS = 6;
    private static final int STATIC_SCENES = 12;

    private final List<PixelNeighbourhood> facilities;
    private final Function<ArchiveScene, double[]> values;
    private final Matern correlation;
    private final Map<String, double[]> weights = new LinkedHashMap<>();

    private PixelFit(List<PixelNeighbourhood> facilities, Function<ArchiveScene, double[]> values, Matern correlation) {
        this.facilities = facilities;
        this.values = values;
        this.correlation = correlation;
        for (PixelNeighbourhood facility : facilities) {
            weights(facility).ifPresent(w -> weights.put(facility.id(), w));
        }
    }

    /** On what is left after each pixel's own season, under the covariance of what is left of the dormant scenes. */
    static PixelFit onResiduals(SimulatedArchive archive, List<ArchiveScene> dormant) {
        List<PixelNeighbourhood> facilities = neighbourhoods(archive, Role.FACILITY, REACH_METRES);
        List<PixelNeighbourhood> parcels = neighbourhoods(archive, Role.NULL, CLUTTER_REACH_METRES);
        Set<Integer> used = new TreeSet<>();
        for (PixelNeighbourhood some : facilities) {
            for (int pixel : some.pixels()) {
                used.add(pixel);
            }
        }
        for (PixelNeighbourhood some : parcels) {
            for (int pixel : some.pixels()) {
                used.add(pixel);
            }
        }
        Map<Integer, SeasonalBaseline> seasons = seasons(used, dormant);
        Function<ArchiveScene, double[]> left = scene -> {
            double[] kelvin = EffectiveKelvin.of(scene);
            seasons.forEach((pixel, season) -> kelvin[pixel] -=
                    season.expected(scene.sampled().scene().acquisition().date()));
            return kelvin;
        };
        return new PixelFit(facilities, left, correlation(parcels, dormant, left));
    }

    /** On single scenes, under the covariance of the ground itself. */
    static PixelFit onSingleScenes(SimulatedArchive archive, List<ArchiveScene> dormant) {
        List<PixelNeighbourhood> parcels = neighbourhoods(archive, Role.NULL, CLUTTER_REACH_METRES);
        List<ArchiveScene> some = dormant.subList(0, Math.min(STATIC_SCENES, dormant.size()));
        return new PixelFit(
                neighbourhoods(archive, Role.FACILITY, REACH_METRES),
                EffectiveKelvin::of,
                correlation(parcels, some, EffectiveKelvin::of));
    }

    private static List<PixelNeighbourhood> neighbourhoods(SimulatedArchive archive, Role role, double reachMetres) {
        Site site = archive.site();
        DeliveredImage geometry = archive.scenes().getFirst().image();
        List<Feature> features = site.features(role);
        int step = role == Role.FACILITY ? 1 : Math.max(1, features.size() / PARCELS);
        List<PixelNeighbourhood> all = new ArrayList<>();
        for (int i = 0; i < features.size(); i += step) {
            all.add(PixelNeighbourhood.of(features.get(i), site, geometry, reachMetres));
        }
        return all;
    }

    private static Map<Integer, SeasonalBaseline> seasons(Set<Integer> pixels, List<ArchiveScene> dormant) {
        List<double[]> images =
                dormant.parallelStream().map(EffectiveKelvin::of).toList();
        Map<Integer, SeasonalBaseline> seasons = new LinkedHashMap<>();
        for (int pixel : pixels) {
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

    private static Matern correlation(
            List<PixelNeighbourhood> parcels, List<ArchiveScene> scenes, Function<ArchiveScene, double[]> values) {
        List<Patch> patches = parcels.stream().map(PixelNeighbourhood::patch).toList();
        for (ArchiveScene scene : scenes) {
            double[] image = values.apply(scene);
            for (int i = 0; i < patches.size(); i++) {
                if (parcels.get(i).isWhollyValid(scene.image())) {
                    patches.get(i).with(parcels.get(i).of(image));
                }
            }
        }
        return Clutter.fit(patches.stream().filter(p -> !p.values().isEmpty()).toList())
                .correlation();
    }

    private Optional<double[]> weights(PixelNeighbourhood facility) {
        return facility.patch().under(correlation).map(fit -> fit.weights(0));
    }

    Matern correlation() {
        return correlation;
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
