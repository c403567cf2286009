package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heatwatch.publication.PassReport;
import org.heatwatch.site.Feature;
import org.jspecify.annotations.Nullable;

/** The hot spots found in each pass, independently of the footprints. */
final class HotSpotCollection extends WatchCollection {
    static final String ID = "hotspots";

    private static final List<Column<Found>> COLUMNS = Columns.ofSite(Found::view)
            .of(PassReport.class, Found::pass, "acquisition", "pass")
            .integer("rank", "Rank within the pass, 1 for the hottest.", Found::rank)
            .of(
                    PassReport.Spot.class,
                    Found::spot,
                    "positionStandardErrorMetres",
                    "z",
                    "kelvinSquareMetres",
                    "kelvinSquareMetresStandardError",
                    "nearest")
            .text(
                    "nearestName",
                    "Name of the nearest feature, with a caveat if its outline is not verified.",
                    Found::nearestName)
            .of(PassReport.Spot.class, Found::spot, "nearestMetres")
            .flag(
                    "suspect",
                    "Whether the quality of the pass is suspect.",
                    found -> found.pass().isSuspect())
            .of(PassReport.class, Found::pass, "provisional")
            .list();

    private static final List<Filter<?>> FILTERS = List.of(
            Filter.acquisitions(),
            Filter.oneOf("pass", "Only hot spots of day passes, or only of night passes.", Codes.PASSES),
            Filter.ids("nearest", "Only hot spots whose nearest feature is one of these."),
            Filter.flag("suspect", "Only hot spots of suspect passes, or only of the other passes."));

    /** @param rank from 1 */
    private record Found(PublishedSite view, PassReport pass, PassReport.Spot spot, int rank) {

        @Nullable
        String nearestName() {
            return Optional.ofNullable(spot.nearest())
                    .flatMap(view.site()::feature)
                    .map(Feature::label)
                    .orElse(null);
        }
    }

    HotSpotCollection() {
        super(
                ID,
                "Hot spots",
                "Places that were hotter than the background model in a pass, found independently of the footprints, "
                        + "with "
                        + "the standard error of their position. One pass in a thousand has a false hot spot.",
                COLUMNS,
                FILTERS,
                Order.NEWEST);
    }

    @Override
    Stream<Row> rows(PublishedSite view, Selection selection) {
        return view.history().stream()
                .flatMap(history -> history.passes(selection.span().years()).stream())
                .flatMap(pass -> IntStream.range(0, pass.hotSpots().size())
                        .mapToObj(i -> row(new Found(view, pass, pass.hotSpots().get(i), i + 1))));
    }

    private Row row(Found found) {
        String site = found.view().id();
        String acquisition = found.pass().acquisition().id();
        return new Row(
                Ids.join(site, acquisition, Integer.toString(found.rank())),
                this,
                Place.at(found.spot().longitude(), found.spot().latitude()),
                TimeSpan.at(found.pass().acquiredAt()),
                "Hot spot %d of %s".formatted(found.rank(), acquisition),
                properties(COLUMNS, found),
                List.of(pass(site, acquisition)),
                Map.of());
    }
}
