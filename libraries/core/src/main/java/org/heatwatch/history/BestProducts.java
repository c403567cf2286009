package org.heatwatch.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRank;
import org.heatwatch.site.Site;
import org.heatwatch.site.WatchedScene;
import org.locationtech.jts.geom.Envelope;

/**
 * Selects one scene for each overpass: that of its best product. Products of adjacent rows show the same radiation
 * through the same detectors, so a second one adds no information and must not count as a second observation.
 *
 * <p>The best product is that of the highest rank; of equal ranks that with more observed samples in the site's area,
 * then that of the row that the site lists first. A product that ends within the area is considered only if it has
 * nearly as many observed samples as the best of the overpass. A scene whose numbers cannot be true has no samples. The
 * result does not depend on the order of the scenes.
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
            .thenComparing(Candidate::siteOrder, Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.scene().scene().acquisition(), Comparator.reverseOrder());

    private BestProducts() {}

    /**
     * One of several products of an overpass.
     *
     * @param observedSamples number of samples in the site's area
     * @param siteOrder index of its path and row in the site's list; the length of the list if it is not listed
     */
    private record Candidate(SampledScene scene, int observedSamples, int siteOrder) {
        private static Candidate of(SampledScene scene, Envelope area, List<WrsScene> listed) {
            int count = scene.nativeSamples()
                    .map(samples -> (int) IntStream.range(0, samples.count())
                            .filter(i -> area.contains(samples.east(i), samples.north(i)))
                            .count())
                    .orElse(0);
            int order = listed.indexOf(scene.scene().acquisition().scene());
            return new Candidate(scene, count, order < 0 ? listed.size() : order);
        }

        private boolean isCutOff(int mostSamples) {
            return scene.scene().flags().contains(SceneFlag.PARTLY_COVERED)
                    && observedSamples < FEWEST_SAMPLES * mostSamples;
        }
    }

    /** The scenes of the best products of all overpasses of a site, in order of time. */
    public static List<SampledScene> of(Site site, Collection<SampledScene> scenes) {
        return of(site, scenes, LocalDate.MAX);
    }

    /** The scenes of the best products of the overpasses up to a day, in order of time. */
    static List<SampledScene> of(Site site, Collection<SampledScene> scenes, LocalDate asOf) {
        Envelope area = MonitoredFeatures.of(site).area();
        List<WrsScene> listed = site.scenes().stream().map(WatchedScene::scene).toList();
        Map<Acquisition, SampledScene> ofAcquisition = new HashMap<>();
        for (SampledScene scene : scenes) {
            if (!scene.scene().acquisition().date().isAfter(asOf)) {
                ofAcquisition.merge(
                        scene.scene().acquisition(),
                        PlausibleScenes.of(scene),
                        (a, b) -> a.scene().rank().atLeast(b.scene().rank()) ? a : b);
            }
        }
        return ofAcquisition.values().stream()
                .collect(Collectors.groupingBy(
                        scene -> scene.scene().acquisition().overpass()))
                .values()
                .stream()
                .map(products -> best(products, area, listed))
                .sorted(IN_ORDER)
                .toList();
    }

    private static SampledScene best(List<SampledScene> products, Envelope area, List<WrsScene> listed) {
        if (products.size() == 1) {
            return products.getFirst();
        }
        List<Candidate> candidates = products.stream()
                .map(scene -> Candidate.of(scene, area, listed))
                .toList();
        int mostSamples =
                candidates.stream().mapToInt(Candidate::observedSamples).max().orElse(0);
        return candidates.stream()
                .filter(candidate -> !candidate.isCutOff(mostSamples))
                .max(BEST_LAST)
                .orElseThrow()
                .scene();
    }
}
