package org.heatwatch.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heatwatch.announce.Kind;
import org.heatwatch.announce.ScoringRun;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.history.ClearSky;
import org.heatwatch.history.SiteHistory;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.Ledgers;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.mail.Mail;
import org.heatwatch.mail.Outbox;
import org.heatwatch.mail.Outboxes;
import org.heatwatch.publication.FacilityYear;
import org.heatwatch.publication.HistoryStore;
import org.heatwatch.publication.HistoryStores;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PackedJson;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.PassMap;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.Publication;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.publication.StateChange;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.source.SourceReports;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.FacilityState;
import org.jspecify.annotations.Nullable;

/**
 * A site with a synthetic publication: any number of facilities and passes; every fourth observation is hidden by
 * cloud.
 */
public final class KnownSite {
    private static final LocalDate FIRST = LocalDate.of(2013, 4, 25);
    private static final int DAYS = 8;
    private static final int COLUMNS = 30;

    private final Ledger ledger = Ledgers.inMemory();
    private final Outbox outbox = Outboxes.inMemory();
    private final HistoryStore histories = HistoryStores.inMemory();
    private final String id;
    private final String name;
    private final int facilities;
    private final boolean isSimulated;
    private int sourceCount;
    private final boolean isInTwoRows;
    private final int accuracyMetres;
    private final boolean isTranslated;

    /** @param name name of the facilities, which a number follows */
    public KnownSite(String id, String name, int facilities) {
        this(id, name, facilities, true);
    }

    KnownSite(String id, String name, int facilities, boolean isSimulated) {
        this(id, name, facilities, isSimulated, /* isInTwoRows= */ false, 5, false);
    }

    private KnownSite(
            String id,
            String name,
            int facilities,
            boolean isSimulated,
            boolean isInTwoRows,
            int accuracyMetres,
            boolean isTranslated) {
        this.id = id;
        this.name = name;
        this.facilities = facilities;
        this.isSimulated = isSimulated;
        this.isInTwoRows = isInTwoRows;
        this.accuracyMetres = accuracyMetres;
        this.isTranslated = isTranslated;
        ledger.putSite(SiteDefinition.first(definition(), "test"));
    }

    /** A site in the overlap of rows 33 and 34; every pass has a second product, in row 33, which is not used. */
    static KnownSite inTwoRows() {
        return new KnownSite("here", "Factory", 3, true, true, 5, false);
    }

    /** A site that has names in Korean, too. */
    static KnownSite inKorean() {
        return new KnownSite("here", "Factory", 3, true, false, 5, true);
    }

    /** A site whose facilities are all placeholders. */
    public static KnownSite ofPlaceholders(String id, String name, int facilities) {
        return new KnownSite(id, name, facilities, true, false, 500, false);
    }

    /** Later publications have two heat sources, too. */
    public KnownSite withSources() {
        return withSources(2);
    }

    /**
     * Later publications have heat sources, too.
     *
     * @param count at least two
     */
    public KnownSite withSources(int count) {
        sourceCount = count;
        return this;
    }

    /** The stores of the site. */
    public Sources sources() {
        return sources(outbox);
    }

    /** The stores of the site with another outbox. */
    Sources sources(Outbox other) {
        ClipStore clips = new ClipStore() {
            @Override
            public void put(String key, byte[] bytes) {
                throw new UnsupportedOperationException("the API writes nothing");
            }

            @Override
            public Optional<byte[]> get(String key) {
                return Optional.of(key.getBytes(StandardCharsets.UTF_8));
            }
        };
        return new Sources(ledger, other, histories, NotificationTimes.none(), clips);
    }

    Outbox outbox() {
        return outbox;
    }

    /** Publishes a history of this many passes; may be called again with more. */
    public KnownSite publish(int passes) {
        Map<PartKey, byte[]> parts = new LinkedHashMap<>();
        List<PublishedState> standings = new ArrayList<>();
        for (int f = 1; f <= facilities; f++) {
            String facility = "factory-" + f;
            List<PublishedObservation> observations = new ArrayList<>();
            for (int p = 0; p < passes; p++) {
                observations.add(observation(facility, f, p));
            }
            Map<Integer, List<PublishedObservation>> years = observations.stream()
                    .collect(Collectors.groupingBy(
                            observation -> observation.acquisition().date().getYear(),
                            TreeMap::new,
                            Collectors.toList()));
            years.forEach((year, ofYear) -> put(
                    parts,
                    PartKey.facility(facility),
                    year,
                    new FacilityYear(
                            ofYear,
                            List.of(new StateChange(
                                    ofYear.getFirst().acquisition().date(), FacilityState.OFF, null)))));
            standings.add(new PublishedState(
                    facility,
                    f == 1 ? FacilityState.ON : FacilityState.OFF,
                    f == 1 ? FacilityState.ON : FacilityState.OFF,
                    day(passes - 1),
                    observations.reversed().stream()
                            .filter(PublishedObservation::isObserved)
                            .findFirst()
                            .orElse(null)));
        }
        Map<Integer, List<PassReport>> reports = new TreeMap<>();
        for (int p = 0; p < passes; p++) {
            List<PassReport> ofYear = reports.computeIfAbsent(day(p).getYear(), _ -> new ArrayList<>());
            if (isInTwoRows) {
                ofYear.add(unused(p));
            }
            ofYear.add(pass(p));
            put(parts, PartKey.map(acquisition(p)), day(p).getYear(), map(p));
        }
        reports.forEach((year, its) -> put(parts, PartKey.PASSES, year, its));
        if (sourceCount > 0) {
            parts.putAll(sourceParts(day(passes - 1).plusDays(1)));
        }
        histories.put(id, parts);
        announce(passes, standings, List.copyOf(parts.keySet()));
        return this;
    }

    private Map<PartKey, byte[]> sourceParts(LocalDate asOf) {
        Site site = ledger.site(id).orElseThrow().site();
        return Publication.of(
                        site,
                        1,
                        new SiteHistory(id, asOf, List.of(), List.of(), List.of()),
                        List.of(),
                        _ -> Optional.empty(),
                        Optional.of(SourceReports.of(site, FIRST, asOf, sourceCount)),
                        "run")
                .parts();
    }

    private void announce(int passes, List<PublishedState> standings, List<PartKey> keys) {
        LocalDate asOf = day(passes - 1).plusDays(1);
        String run = "run-" + passes;
        List<String> readings = new ArrayList<>();
        for (int p = 0; p < passes; p++) {
            readings.add(product(p) + " 1 1");
        }
        Manifest manifest = new Manifest(id, 1, "test", asOf, run, isSimulated, standings, readings, keys);
        outbox.announce(
                id,
                outbox.lastRun(id),
                new ScoringRun(1, day(passes - 1), asOf, run),
                manifest,
                List.of(),
                List.of(new Mail(
                        id,
                        Kind.ACTIVITY,
                        run,
                        asOf,
                        "Factory 1 turned ON",
                        "Factory 1 turned ON\nand <more> & more",
                        "{}",
                        2,
                        3,
                        List.of("factory-1"))));
    }

    private static void put(Map<PartKey, byte[]> parts, String of, int year, Object part) {
        byte[] packed = PackedJson.pack(part);
        parts.put(new PartKey(of, year, Digests.brief(packed)), packed);
    }

    private static LocalDate day(int pass) {
        return FIRST.plusDays((long) DAYS * pass);
    }

    private static String satellite(int pass) {
        return pass % 2 == 0 ? "LC08" : "LC09";
    }

    static String acquisition(int pass) {
        return satellite(pass) + "_116034_" + day(pass).toString().replace("-", "");
    }

    private static String product(int pass) {
        String day = day(pass).toString().replace("-", "");
        return satellite(pass) + "_L1TP_116034_%s_%s_02_T1".formatted(day, day);
    }

    private static PublishedObservation observation(String facility, int number, int pass) {
        boolean isSeen = (number + pass) % 4 != 0;
        double kelvin = Math.sin(0.37 * pass + number) + (number == 1 ? 5 : 0);
        @Nullable Double none = null;
        return new PublishedObservation(
                facility,
                Acquisition.parse(acquisition(pass)),
                Instant.parse(day(pass) + "T02:11:07.123Z"),
                Pass.DAY,
                isSeen ? ObservationStatus.OBSERVED : ObservationStatus.NO_OBSERVATION,
                isSeen,
                isSeen ? (Double) kelvin : none,
                isSeen ? (Double) 0.9 : none,
                isSeen ? 1.0 : 0.3,
                isSeen ? (Double) (kelvin / 0.9) : none,
                isSeen ? (Double) (number == 1 ? 99.97 : 40 + 9 * kelvin) : none,
                number == 1 && isSeen,
                number == 1 ? FacilityState.ON : FacilityState.OFF,
                0.5,
                isSeen ? Confidence.HIGH : null,
                false,
                isSeen ? List.of() : List.of("hidden by cloud"));
    }

    private static PassReport pass(int pass) {
        return new PassReport(
                Acquisition.parse(acquisition(pass)),
                ProductId.parse(product(pass)),
                Instant.parse(day(pass) + "T02:11:07.123Z"),
                Pass.DAY,
                false,
                0.8,
                ClearSky.Mask.QA_PIXEL_AND_TEMPERATURE,
                0,
                0.85,
                Transmittance.Source.ST_ATRAN,
                List.of(),
                null,
                "clips/" + product(pass) + "-1.tif",
                false,
                20,
                0.1,
                1.1,
                pass % 10 == 8 ? List.of("reference parcels scatter 4.2 times more than usual") : List.of(),
                0.95,
                List.of(new PassReport.Spot(126.6205, 37.9305, 18, 9.5, 31_000, 3_300, "factory-1", 0.0)),
                null);
    }

    private static PassReport unused(int pass) {
        ProductId product = ProductId.parse(product(pass).replace("_116034_", "_116033_"));
        return new PassReport(
                product.acquisition(),
                product,
                Instant.parse(day(pass) + "T02:10:43.123Z"),
                Pass.DAY,
                false,
                0.8,
                ClearSky.Mask.QA_PIXEL_AND_TEMPERATURE,
                0,
                0.85,
                Transmittance.Source.ST_ATRAN,
                List.of(),
                null,
                "clips/" + product + "-1.tif",
                false,
                0,
                null,
                null,
                List.of("same overpass as %s, which is used".formatted(acquisition(pass))),
                null,
                List.of(),
                Acquisition.parse(acquisition(pass)));
    }

    /** A map around the site with samples of 100 m. */
    private static PassMap map(int pass) {
        Double[] kelvin = new Double[COLUMNS * COLUMNS];
        Arrays.setAll(kelvin, i -> i % 17 == pass % 17 ? null : Math.rint(100 * Math.sin(i + pass)) / 100);
        return new PassMap(
                Acquisition.parse(acquisition(pass)),
                new PassMap.Grid(-11, 101, 97.3, 0, 0, 0, 289_000, 4_202_500),
                0,
                0,
                COLUMNS,
                0.8,
                Arrays.asList(kelvin));
    }

    private String definition() {
        String text = inOneLanguage();
        return isTranslated
                ? text.replace("\"name\": \"Here & there\"", "\"name\": \"Here & there\", \"name:ko\": \"여기\"")
                        .replaceAll("\"name\": \"Factory (\\d+)\"", "\"name\": \"Factory $1\", \"name:ko\": \"공장 $1\"")
                : text;
    }

    private String inOneLanguage() {
        List<String> features = new ArrayList<>();
        for (int f = 0; f < facilities; f++) {
            double west = 126.61 + 0.0025 * (f % 8);
            int row = f / 8;
            double south = 37.92 + 0.0025 * row;
            features.add("""
                    {"type": "Feature", "id": "factory-%d", "properties": {"id": "factory-%d", "name": "%s %d",
                      "role": "%s", "source": "test", "accuracyMetres": %d, "verified": %b},
                     "geometry": {"type": "Polygon", "coordinates":
                       [[[%f, %f], [%f, %f], [%f, %f], [%f, %f], [%f, %f]]]}}
                    """.formatted(
                            f + 1,
                            f + 1,
                            name.replace("\"", "\\\""),
                            f + 1,
                            f == facilities - 1 && facilities > 1 ? "control" : "facility",
                            accuracyMetres,
                            f % 2 == 0,
                            west,
                            south,
                            west + 0.001,
                            south,
                            west + 0.001,
                            south + 0.001,
                            west,
                            south + 0.001,
                            west,
                            south));
        }
        return """
                {"type": "FeatureCollection", "id": "%s", "name": "Here & there", "shortName": "Here", "utmZone": 32652,
                 "simulated": %b,
                 "scenes": [{"path": 116, "row": 34, "pass": "day"}%s], "bounds": [126.60, 37.91, 126.65, 37.95],
                 "reference": [], "features": [%s]}
                """.formatted(
                        id,
                        isSimulated,
                        isInTwoRows ? ", {\"path\": 116, \"row\": 33, \"pass\": \"day\"}" : "",
                        String.join(",", features));
    }
}
