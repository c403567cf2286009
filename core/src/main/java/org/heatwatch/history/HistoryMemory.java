package org.heatwatch.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heatwatch.fit.PointSpread;
import org.heatwatch.fit.PointSpreadEstimate;
import org.heatwatch.idle.DormantScene;
import org.heatwatch.idle.IdleMap;
import org.heatwatch.idle.SceneSamples;
import org.heatwatch.idle.Smoothness;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.site.Site;

/**
 * Tells histories, and remembers what the last one was made of: a scene that is added costs little as long as the dormant
 * scenes stay the same. What it tells is the same as without memory.
 */
public final class HistoryMemory {
    /** Weakly held: in simulated archives the error is the same from a tenth of it to three times. */
    private static final Smoothness SMOOTHNESS = new Smoothness(0.3, 0.5);

    private static final Comparator<SampledScene> IN_ORDER = Comparator.<SampledScene, Instant>comparing(
                    s -> s.scene().acquiredAt())
            .thenComparing(s -> s.scene().acquisition());

    private Map<IdleKey, Optional<IdleStratum>> strata = new HashMap<>();
    private Map<MeasuredKey, Optional<MeasuredScene>> measured = new HashMap<>();

    /** What a stratum hangs on. */
    private record IdleKey(Site site, Regime regime, List<SampledScene> dormant) {}

    private record MeasuredKey(IdleKey stratum, SampledScene scene) {}

    /** As {@link SiteHistory#of}. */
    public synchronized SiteHistory tell(Site site, Collection<SampledScene> scenes, LocalDate asOf) {
        List<SampledScene> ordered = best(scenes, asOf);
        WatchedRoofs watched = new WatchedRoofs(site);
        Map<Regime, List<SampledScene>> dormant = ordered.stream()
                .filter(s -> site.dormantWeight(date(s)) > 0)
                .collect(Collectors.groupingBy(s -> Regime.of(s.scene()), LinkedHashMap::new, Collectors.toList()));
        Map<Regime, IdleKey> keys = new LinkedHashMap<>();
        dormant.forEach((regime, its) -> keys.put(regime, new IdleKey(site, regime, its)));
        Map<IdleKey, Optional<IdleStratum>> known = strata;
        Map<IdleKey, Optional<IdleStratum>> now = new HashMap<>();
        keys.values().forEach(key -> {
            Optional<IdleStratum> before = known.get(key);
            now.put(key, before != null ? before : stratum(key, watched));
        });
        strata = now;
        List<Optional<MeasuredScene>> all = measure(ordered, keys, watched);
        Map<Regime, IdleStratum> usable = new LinkedHashMap<>();
        keys.forEach((regime, key) -> now.getOrDefault(key, Optional.empty()).ifPresent(s -> usable.put(regime, s)));
        return new HistoryTeller(site, watched, usable, asOf).tell(ordered, all);
    }

    /**
     * How wide the sensor's point spread is by the dormant scenes of each regime that the last history was told from. The
     * score does not use it: it is there to be compared with what is assumed. Seconds of work.
     */
    public synchronized Map<Regime, PointSpreadEstimate> pointSpreads() {
        Map<Regime, PointSpreadEstimate> estimates = new LinkedHashMap<>();
        strata.forEach((key, stratum) ->
                stratum.flatMap(IdleStratum::pointSpread).ifPresent(e -> estimates.put(key.regime(), e)));
        return estimates;
    }

    /** The idle map of a regime that the last history was told from. */
    public synchronized Optional<IdleMap> idleMap(Regime regime) {
        return strata.entrySet().stream()
                .filter(e -> e.getKey().regime().equals(regime))
                .findFirst()
                .flatMap(Map.Entry::getValue)
                .map(IdleStratum::map);
    }

    /** What a scene of the last history leaves over of the idle map; empty if it could not be laid on one. */
    public synchronized Optional<PassResidual> residual(Acquisition acquisition) {
        return measured.entrySet().stream()
                .filter(e -> e.getKey().scene().scene().acquisition().equals(acquisition))
                .findFirst()
                .flatMap(Map.Entry::getValue)
                .map(scene -> new PassResidual(
                        scene.excesses().residual(), Math.sqrt(scene.excesses().variance())));
    }

    private static LocalDate date(SampledScene scene) {
        return scene.scene().acquisition().date();
    }

    private static List<SampledScene> best(Collection<SampledScene> scenes, LocalDate asOf) {
        Map<Acquisition, SampledScene> best = new HashMap<>();
        for (SampledScene scene : scenes) {
            if (!date(scene).isAfter(asOf)) {
                best.merge(
                        scene.scene().acquisition(),
                        scene,
                        (a, b) -> b.scene().rank().compareTo(a.scene().rank()) > 0 ? b : a);
            }
        }
        return best.values().stream().sorted(IN_ORDER).toList();
    }

    private static SceneConversion conversion(WatchedRoofs watched, List<SampledScene> dormant) {
        return new SceneConversion(
                watched.area(),
                new TransmittanceClimatology(
                        dormant.stream().map(SampledScene::scene).toList()));
    }

    private static Optional<IdleStratum> stratum(IdleKey key, WatchedRoofs watched) {
        SceneConversion conversion = conversion(watched, key.dormant());
        List<DormantScene> scenes = new ArrayList<>();
        for (SampledScene scene : key.dormant()) {
            conversion
                    .convert(scene)
                    .ifPresent(samples ->
                            scenes.add(new DormantScene(samples, key.site().dormantWeight(date(scene)))));
        }
        return IdleStratum.of(watched, scenes, PointSpread.TIRS, SMOOTHNESS);
    }

    private List<Optional<MeasuredScene>> measure(
            List<SampledScene> ordered, Map<Regime, IdleKey> keys, WatchedRoofs watched) {
        Map<IdleKey, SceneConversion> conversions = new HashMap<>();
        keys.values().forEach(key -> conversions.put(key, conversion(watched, key.dormant())));
        Map<MeasuredKey, Optional<MeasuredScene>> before = measured;
        List<Optional<MeasuredScene>> all = ordered.parallelStream()
                .map(scene -> {
                    IdleKey key = keys.get(Regime.of(scene.scene()));
                    if (key == null) {
                        return Optional.<MeasuredScene>empty();
                    }
                    Optional<MeasuredScene> known = before.get(new MeasuredKey(key, scene));
                    return known != null
                            ? known
                            : strata.getOrDefault(key, Optional.empty())
                                    .flatMap(stratum -> Objects.requireNonNull(conversions.get(key))
                                            .convert(scene)
                                            .map(samples -> measure(stratum, scene, samples)));
                })
                .toList();
        Map<MeasuredKey, Optional<MeasuredScene>> now = new HashMap<>();
        IntStream.range(0, ordered.size()).forEach(i -> {
            IdleKey key = keys.get(Regime.of(ordered.get(i).scene()));
            if (key != null) {
                now.put(new MeasuredKey(key, ordered.get(i)), all.get(i));
            }
        });
        measured = now;
        return all;
    }

    private static MeasuredScene measure(IdleStratum stratum, SampledScene scene, SceneSamples samples) {
        MaskedPlaces masked = MaskedPlaces.of(scene.nativeSamples().orElseThrow());
        return stratum.dormantNumber(samples)
                .map(number -> new MeasuredScene(stratum, stratum.dormant().get(number), Optional.of(number), masked))
                .orElseGet(() -> new MeasuredScene(stratum, stratum.measure(samples), Optional.empty(), masked));
    }
}
