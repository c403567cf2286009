package org.heatwatch.api;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.pictures.CompositeTiff;
import org.heatwatch.site.Feature;
import org.heatwatch.source.EvidenceTest;
import org.heatwatch.source.HeatSource;
import org.jspecify.annotations.Nullable;

/** The heat sources that were found in the composite, independently of the footprints. */
final class SourceCollection extends WatchCollection {
    static final String ID = "sources";
    private static final String DAY = "day";

    private static final List<Column<Found>> COLUMNS = Columns.ofSite(Found::view)
            .add("source", "id", HeatSource.class, Found::source)
            .add(
                    "pass",
                    Column.Type.TEXT,
                    "Overpasses in which sources are searched: always day.",
                    Codes.PASSES,
                    _ -> DAY)
            .integer("rank", "Rank, 1 for the strongest.", Found::rank)
            .of(
                    HeatSource.class,
                    Found::source,
                    "positionStandardErrorMetres",
                    "kelvinSquareMetres",
                    "kelvinSquareMetresStandardError",
                    "z",
                    "state",
                    "firstSeen",
                    "lastSeen",
                    "ended",
                    "activeShare",
                    "overpasses",
                    "insideOutline",
                    "nearest")
            .text(
                    "nearestName",
                    "Name of the nearest feature, with a caveat if its outline is not verified.",
                    Found::nearestName)
            .of(HeatSource.class, Found::source, "nearestMetres")
            .texts(
                    "evidence",
                    "What supports or contradicts activity, as opposed to a new surface, in words.",
                    found -> found.tests().map(EvidenceTest::sentence).toList())
            .integer(
                    "supporting",
                    "Number of comparisons that support activity.",
                    found -> found.count(EvidenceTest.Verdict.SUPPORTS_ACTIVITY))
            .integer(
                    "contradicting",
                    "Number of comparisons that contradict activity.",
                    found -> found.count(EvidenceTest.Verdict.CONTRADICTS_ACTIVITY))
            .list();

    private static final List<Filter<?>> FILTERS = List.of(
            Filter.ids("source", "Only the sources with these ids."),
            Filter.oneOf("state", "Only sources in one of these states.", Codes.STATES),
            Filter.ids("nearest", "Only sources whose nearest feature is one of these."),
            Filter.flag("insideOutline", "Only sources inside an outline of the site, or only the other sources."),
            Filter.flag("ended", "Only sources that ended, or only the other sources."));

    /** @param rank from 1 */
    private record Found(PublishedSite view, HeatSource source, int rank) {

        @Nullable
        String nearestName() {
            return Optional.ofNullable(source.nearest())
                    .flatMap(view.site()::feature)
                    .map(Feature::label)
                    .orElse(null);
        }

        Stream<EvidenceTest> tests() {
            return source.evidence().tests().stream();
        }

        int count(EvidenceTest.Verdict verdict) {
            return (int) tests().filter(test -> test.verdict() == verdict).count();
        }
    }

    SourceCollection() {
        super(
                ID,
                "Heat sources",
                "Places that were warmer than in the reference period over many overpasses, found without outlines, "
                        + "with the standard error of their position. Sources that ended are included. At most "
                        + "one in ten site-years has a false source.",
                COLUMNS,
                FILTERS,
                new Order(List.of(new Order.Key("kelvinSquareMetres", /* isDescending= */ true))));
    }

    @Override
    Stream<Row> rows(PublishedSite view, Selection selection) {
        List<HeatSource> sources = view.heatSources();
        return IntStream.range(0, sources.size()).mapToObj(i -> row(new Found(view, sources.get(i), i + 1)));
    }

    private Row row(Found found) {
        HeatSource source = found.source();
        String site = found.view().id();
        String query = "?site=" + site;
        return new Row(
                Ids.join(site, source.id()),
                this,
                Place.at(source.longitude(), source.latitude()),
                new TimeSpan(
                        source.firstSeen().atStartOfDay().toInstant(ZoneOffset.UTC), TimeSpan.endOf(source.lastSeen())),
                "Heat source %d, %.4f %.4f".formatted(found.rank(), source.latitude(), source.longitude()),
                properties(COLUMNS, found),
                List.of(
                        new Row.Link(
                                "related",
                                "/charts/" + source.id() + ".svg" + query,
                                MediaTypes.SVG,
                                "Chart of all observations of this source"),
                        new Row.Link(
                                "related",
                                "/charts/" + source.id() + ".json" + query,
                                MediaTypes.JSON,
                                "All observations of this source")),
                assets(found.view(), query));
    }

    private static Map<String, Row.Asset> assets(PublishedSite view, String query) {
        Map<String, Row.Asset> assets = new LinkedHashMap<>();
        assets.put(
                "composite",
                new Row.Asset(
                        "/composites/latest.png" + query,
                        MediaTypes.PNG,
                        "Composite in which the source was found",
                        List.of("overview")));
        assets.put(
                "composite-raster",
                new Row.Asset(
                        "/composites/latest.tif" + query,
                        MediaTypes.GEOTIFF,
                        "Composite in which the source was found: mean excess and its standard error",
                        List.of("data"),
                        Row.Band.EXCESS,
                        () -> view.sourceMap().map(map -> CompositeTiff.frame(map.composite(), view.site()))));
        return assets;
    }
}
