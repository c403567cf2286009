package org.heatwatch.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRank;
import org.heatwatch.site.Site;
import org.locationtech.jts.geom.Envelope;

/**
 * Selects one scene for each overpass: that of its best product. Products of adjacent rows show the same radiation
 * through the same detectors, so a second one adds no information and must not count as a second observation.
 *
 * <p>The best product is that of the highest rank; of equal ranks that with more observed samples in the site's area,
 * then that of the lower row. A product that ends within the area is considered only if it has nearly as many observed
 * samples as the best of the overpass. The result does not depend on the order of the scenes.
 */
public final class BestProducts {
    /** Share of the most observed samples that a product needs if it does not cover the area. */
    private static final double FEWEST_SAMPLES = 0.9;

    private static final Comparator<SampledScene> IN_ORDER = Comparator.<SampledScene, Instant>comparing(
                    s -> s.scene().acquiredAt())
            .thenComparing(s -> s.scene().acquisition());

    private static final Comparator<Candidate> BEST_LAST = Comparator.<Candidate, SceneRank>comparing(
                    candidate -> candidate.scene().scene().rank())
            .thenComparingInt(Candidate::observedSamples)
            .thenComparing(candidate -> candidate.scene().scene().acquisition(), Comparator.reverseOrder());

    private BestProducts() {}

    private record Candidate(SampledScene scene, int observedSamples) {
        private static Candidate of(SampledScene scene, Envelope area) {
            int count = scene.nativeSamples()
                    .map(samples -> {
                        int inside = 0;
                        for (int i = 0; i < samples.count(); i++) {
                            inside += area.contains(samples.east(i), samples.north(i)) ? 1 : 0;
                        }
                        return inside;
                    })
                    .orElse(0);
            return new Candidate(scene, count);
        }

        private boolean isCutOff(int mostSamples) {
            return scene.scene().flags().contains(SceneFlag.PARTLY_COVERED)
                    && observedSamples < FEWEST_SAMPLES * mostSamples;
        }
    }

    /** The scenes of the best products of all overpasses of a site, in order of time. */
    public static List<SampledScene> of(Site site, Collection<SampledScene> scenes) {
        return of(MonitoredFeatures.of(site), scenes, LocalDate.MAX);
    }

    /** The scenes of the best products of the overpasses up to a day, in order of time. */
    static List<SampledScene> of(MonitoredFeatures watched, Collection<SampledScene> scenes, LocalDate asOf) {
        Map<Acquisition, SampledScene> ofAcquisition = new HashMap<>();
        for (SampledScene scene : scenes) {
            if (!scene.scene().acquisition().date().isAfter(asOf)) {
                ofAcquisition.merge(
                        scene.scene().acquisition(),
                        scene,
                        (a, b) -> a.scene().rank().atLeast(b.scene().rank()) ? a : b);
            }
        }
        return ofAcquisition.values().stream()
                .collect(Collectors.groupingBy(
                        scene -> scene.scene().acquisition().overpass()))
                .values()
                .stream()
                .map(products -> best(products, watched.area()))
                .sorted(IN_ORDER)
                .toList();
    }

    private static SampledScene best(List<SampledScene> products, Envelope area) {
        if (products.size() == 1) {
            return products.getFirst();
        }
        List<Candidate> candidates =
                products.stream().map(scene -> Candidate.of(scene, area)).toList();
        int mostSamples =
                candidates.stream().mapToInt(Candidate::observedSamples).max().orElse(0);
        return candidates.stream()
                .filter(candidate -> !candidate.isCutOff(mostSamples))
                .max(BEST_LAST)
                .orElseThrow()
                .scene();
    }
}
