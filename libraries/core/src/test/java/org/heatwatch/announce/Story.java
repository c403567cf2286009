package org.heatwatch.announce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.heatwatch.estimation.background.Alignment;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.estimation.hotspot.HotSpot;
import org.heatwatch.estimation.hotspot.HotSpots;
import org.heatwatch.history.ClearSky;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.history.SceneCheck;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Pass;
import org.heatwatch.site.ReferenceKind;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.HeatScore;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** Builds histories from the deviation of each facility in each pass, with the real state machine. */
public final class Story {
    public static final Site SITE = SiteFile.parse(site("Factory", 5, true), "story.geojson");
    private static final double THRESHOLD = 6;

    /** After a reference period in operation, whose sums tolerate more. */
    private static final double OPERATING_THRESHOLD = 4;

    private static final double DEGREES_OF_FREEDOM = 80;

    private final Site site;
    private final Map<LocalDate, Map<String, Double>> passes = new TreeMap<>();
    private final Map<LocalDate, List<HotSpot>> hotSpots = new LinkedHashMap<>();
    private final Map<LocalDate, String> suspicions = new LinkedHashMap<>();
    private final Map<LocalDate, Double> observedShares = new LinkedHashMap<>();
    private final Set<LocalDate> inRealTime = new HashSet<>();
    private final Set<LocalDate> inNextRow = new HashSet<>();
    private Confidence confidence = Confidence.HIGH;

    public Story() {
        this(SITE);
    }

    public Story(Site site) {
        this.site = site;
    }

    public Site site() {
        return site;
    }

    /** Three facilities and a control in a row, 250 m from each other. */
    public static String site(String name, double accuracy, boolean verified) {
        List<String> features = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double west = 126.62 + 0.003 * i;
            features.add("""
                    {"type": "Feature", "id": "%s", "properties": {"id": "%s", "name": "%s", "role": "%s",
                      "source": "test", "accuracyMetres": %s, "verified": %s},
                     "geometry": {"type": "Polygon", "coordinates":
                       [[[%f, 37.93], [%f, 37.93], [%f, 37.931], [%f, 37.931], [%f, 37.93]]]}}
                    """.formatted(
                            i < 3 ? "factory-" + (i + 1) : "control",
                            i < 3 ? "factory-" + (i + 1) : "control",
                            i < 3 ? name + " " + (i + 1) : "The Control",
                            i < 3 ? "facility" : "control",
                            i < 3 ? accuracy : 5,
                            verified,
                            west,
                            west + 0.001,
                            west + 0.001,
                            west,
                            west));
        }
        return """
                {"type": "FeatureCollection", "id": "here", "name": "Here", "shortName": "Here", "utmZone": 32652,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"}], "bounds": [126.60, 37.91, 126.65, 37.95],
                 "reference": [{"from": "2016-03-01", "to": "2020-05-31", "weight": 1}],
                 "features": [%s]}
                """.formatted(String.join(",", features));
    }

    /** A pass with the deviations of facilities; the deviation of the others is 0. */
    public Story pass(String date, Object... deviations) {
        Map<String, Double> shown = new LinkedHashMap<>();
        site.features().forEach(f -> shown.put(f.id(), 0.0));
        for (int i = 0; i < deviations.length; i += 2) {
            shown.put((String) deviations[i], ((Number) deviations[i + 1]).doubleValue());
        }
        passes.put(LocalDate.parse(date), shown);
        return this;
    }

    /** A pass under cloud. */
    public Story cloudy(String date) {
        passes.put(LocalDate.parse(date), Map.of());
        return this;
    }

    /** Clouds hide one feature of a pass that was added before. */
    public Story hidden(String date, String feature) {
        Map<String, Double> shown = new LinkedHashMap<>(passes.getOrDefault(LocalDate.parse(date), Map.of()));
        shown.remove(feature);
        passes.put(LocalDate.parse(date), shown);
        return this;
    }

    /** Marks a pass as suspect for a reason. */
    public Story suspect(String date, String reason) {
        suspicions.put(LocalDate.parse(date), reason);
        return this;
    }

    /** Share of the site that could be searched for hot spots. */
    public Story observedShare(String date, double share) {
        observedShares.put(LocalDate.parse(date), share);
        return this;
    }

    /** The pass has a real-time product only. */
    public Story inRealTime(String date) {
        inRealTime.add(LocalDate.parse(date));
        return this;
    }

    /** The product of the next row is the best of the pass. */
    public Story inNextRow(String date) {
        inNextRow.add(LocalDate.parse(date));
        return this;
    }

    public Story confidence(Confidence ofAllObservations) {
        confidence = ofAllObservations;
        return this;
    }

    public Story without(String date) {
        passes.remove(LocalDate.parse(date));
        hotSpots.remove(LocalDate.parse(date));
        return this;
    }

    /** A hot spot of a pass that was added before, with its distance in metres from the centre of a facility. */
    public Story hotSpot(String date, String feature, double north, double east) {
        Feature near = site.feature(feature).orElseThrow();
        Point at = near.footprint().utm().getCentroid();
        Point point = at.getFactory().createPoint(new Coordinate(at.getX() + east, at.getY() + north));
        double metres = near.footprint().utm().distance(point);
        hotSpots.computeIfAbsent(LocalDate.parse(date), _ -> new ArrayList<>())
                .add(new HotSpot(
                        point.getX(),
                        point.getY(),
                        12,
                        6,
                        1e-7,
                        30_000,
                        4_000,
                        List.of(new HotSpot.Nearest(feature, metres))));
        return this;
    }

    public SiteHistory asOf(String day) {
        LocalDate asOf = LocalDate.parse(day);
        List<LocalDate> seen =
                passes.keySet().stream().filter(d -> !d.isAfter(asOf)).toList();
        List<FeatureHistory> facilities =
                site.features().stream().map(f -> facility(f, seen, asOf)).toList();
        return new SiteHistory(
                site.id(), asOf, List.of(), seen.stream().map(this::check).toList(), facilities);
    }

    private FeatureHistory facility(Feature feature, List<LocalDate> seen, LocalDate asOf) {
        List<JudgedObservation> observations = seen.stream()
                .map(date -> {
                    Double z = passes.getOrDefault(date, Map.of()).get(feature.id());
                    return new JudgedObservation(
                            shown(date),
                            at(date),
                            Pass.DAY,
                            z == null
                                    ? new JudgedObservation.NoObservation("hidden by cloud", 0.1)
                                    : scored(z, feature.role() == Role.FACILITY),
                            Optional.ofNullable(suspicions.get(date)),
                            /* mayTurnOn= */ true,
                            inRealTime.contains(date),
                            List.of());
                })
                .toList();
        return new FeatureHistory(
                feature,
                new CusumThreshold(threshold(feature), 0.05),
                StateTrack.of(observations, threshold(feature), asOf, kind(feature)));
    }

    private double threshold(Feature feature) {
        return kind(feature).isTwoSided() ? OPERATING_THRESHOLD : THRESHOLD;
    }

    private ReferenceKind kind(Feature feature) {
        return feature.role() == Role.FACILITY ? site.referenceKind() : ReferenceKind.IDLE;
    }

    private JudgedObservation.Outcome scored(double z, boolean isFacility) {
        return new JudgedObservation.Scored(
                new ExcessOverBaseline(z, 1, DEGREES_OF_FREEDOM),
                HeatScore.of(z, DEGREES_OF_FREEDOM),
                1,
                confidence,
                /* isSignificant= */ isFacility
                        && (z > 3 || (z < -3 && site.referenceKind().isTwoSided())));
    }

    private SceneCheck check(LocalDate date) {
        Acquisition acquisition = shown(date);
        return new SceneCheck(
                ProductId.parse("LC08_L1TP_%1$s_%2$s_%2$s_02_%3$s"
                        .formatted(
                                acquisition.scene(),
                                acquisition.date().toString().replace("-", ""),
                                inRealTime.contains(date) ? "RT" : "T1")),
                Pass.DAY,
                new ClearSky(1, ClearSky.Mask.QA_PIXEL, 0),
                false,
                Optional.of(new Alignment(0, 1, 0, 0, 0.01, 1, 0.1)),
                30,
                0,
                0,
                1,
                Optional.of(new HotSpots(
                        observedShares.getOrDefault(date, 1.0), 1e-6, hotSpots.getOrDefault(date, List.of()))),
                Optional.ofNullable(suspicions.get(date)).stream().toList());
    }

    private Acquisition shown(LocalDate date) {
        return inNextRow.contains(date)
                ? new Acquisition(Satellite.LANDSAT_8, new WrsScene(116, 35), date)
                : acquisition(date);
    }

    public static Acquisition acquisition(LocalDate date) {
        return new Acquisition(Satellite.LANDSAT_8, new WrsScene(116, 34), date);
    }

    private static Instant at(LocalDate date) {
        return date.atTime(LocalTime.of(2, 11)).toInstant(ZoneOffset.UTC);
    }
}
