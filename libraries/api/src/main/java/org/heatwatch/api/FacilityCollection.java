package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.Standing;
import org.heatwatch.site.Feature;
import org.jspecify.annotations.Nullable;

/** How facilities and controls stand. */
final class FacilityCollection extends WatchCollection {
    static final String ID = "facilities";

    private static final List<Column<Now>> COLUMNS = Columns.<Now>ofFeature()
            .add(
                    "accuracyMetres",
                    Column.Type.NUMBER,
                    "How far the outline may be off.",
                    List.of(),
                    now -> now.feature().accuracyMetres())
            .text("asOf", "Day at whose end this was known.", Now::asOf)
            .of(Standing.class, Now::standing, "state", "seenAs", "since")
            .add("seen", "acquisition", PublishedObservation.class, Now::latest)
            .add("seenAt", "acquiredAt", PublishedObservation.class, Now::latest)
            .of(
                    PublishedObservation.class,
                    Now::latest,
                    "effectiveKelvin",
                    "effectiveStandardError",
                    "z",
                    "score",
                    "confidence",
                    "provisional",
                    "flags")
            .list();

    private static final List<Filter<?>> FILTERS = List.of(
            Filter.ids("facility", "Only these, by their ids in the site."),
            Filter.oneOf("role", "Only of these roles.", Codes.ROLES),
            Filter.oneOf("state", "Only in these states.", Codes.STATES),
            Filter.oneOf("confidence", "Only with this confidence in the latest look.", Codes.CONFIDENCES),
            Filter.least("minScore", "score", "Only with at least this score.", 0, 100),
            Filter.most("maxScore", "score", "Only with at most this score.", 0, 100));

    private record Now(PublishedSite view, Feature feature, Standing standing) implements Columns.OfFeature {

        @Nullable
        PublishedObservation latest() {
            return standing.latest();
        }

        @Nullable
        String asOf() {
            return view.asOf().map(LocalDate::toString).orElse(null);
        }

        /** Since it is in its state, until it was last known to be. */
        TimeSpan span() {
            Instant to = view.asOf().map(TimeSpan::endOf).orElse(Instant.EPOCH);
            Instant from = Optional.ofNullable(standing.since())
                    .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                    .orElse(to);
            return new TimeSpan(from.isAfter(to) ? to : from, to);
        }
    }

    FacilityCollection() {
        super(
                ID,
                "Facilities",
                "How each watched facility and control stands: its state, and the latest look that saw it. ON means warmer "
                        + "than its idle self in several passes, which is no proof of production.",
                COLUMNS,
                FILTERS,
                Order.BY_ID);
    }

    @Override
    Stream<Row> rows(PublishedSite view, Selection selection) {
        return view.watched().stream()
                .map(feature -> new Now(view, feature, view.standing(feature)))
                .map(this::row);
    }

    private Row row(Now now) {
        Feature feature = now.feature();
        String site = now.view().id();
        String query = "?site=" + site;
        return new Row(
                Ids.join(site, feature.id()),
                this,
                now.view().place(feature),
                now.span(),
                feature.label(),
                properties(COLUMNS, now),
                List.of(
                        new Row.Link(
                                "related",
                                "/charts/" + feature.id() + ".svg" + query,
                                MediaTypes.SVG,
                                "Chart of its history"),
                        new Row.Link(
                                "related",
                                "/collections/observations/items" + query + "&facility=" + feature.id(),
                                MediaTypes.GEOJSON,
                                "Every look at it")),
                Map.of());
    }
}
