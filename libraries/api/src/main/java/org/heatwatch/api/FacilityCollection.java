package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.site.Feature;
import org.jspecify.annotations.Nullable;

/** The current state of each facility and control. */
final class FacilityCollection extends WatchCollection {
    static final String ID = "facilities";

    private static final List<Column<Current>> COLUMNS = Columns.<Current>ofFeature()
            .add(
                    "accuracyMetres",
                    Column.Type.NUMBER,
                    "Positional accuracy of the outline in metres.",
                    List.of(),
                    current -> current.feature().accuracyMetres())
            .add(
                    "reference",
                    Column.Type.TEXT,
                    "With what it is compared: idle, a time in which nothing ran; operating, a time in which it ran; "
                            + "unknown, its first two years.",
                    Codes.REFERENCES,
                    current -> current.view().site().referenceKind().code())
            .text("asOf", "Day at whose end (UTC) this was known.", Current::asOf)
            .of(PublishedState.class, Current::currentState, "state", "seenAs", "since")
            .add("seen", "acquisition", PublishedObservation.class, Current::latest)
            .add("seenAt", "acquiredAt", PublishedObservation.class, Current::latest)
            .of(
                    PublishedObservation.class,
                    Current::latest,
                    "effectiveKelvin",
                    "effectiveStandardError",
                    "z",
                    "score",
                    "confidence",
                    "provisional",
                    "flags")
            .list();

    private static final List<Filter<?>> FILTERS = List.of(
            Filter.ids("facility", "Only the facilities and controls with these ids."),
            Filter.oneOf("role", "Only features with one of these roles.", Codes.ROLES),
            Filter.oneOf("state", "Only features in one of these states.", Codes.STATES),
            Filter.oneOf(
                    "confidence",
                    "Only features whose latest observation has one of these confidences.",
                    Codes.CONFIDENCES),
            Filter.least("minScore", "score", "Only features with at least this score.", 0, 100),
            Filter.most("maxScore", "score", "Only features with at most this score.", 0, 100));

    private record Current(PublishedSite view, Feature feature, PublishedState currentState)
            implements Columns.OfFeature {

        @Nullable
        PublishedObservation latest() {
            return currentState.latest();
        }

        @Nullable
        String asOf() {
            return view.asOf().map(LocalDate::toString).orElse(null);
        }

        /** From the day on which the state began to the day up to which it is known. */
        TimeSpan span() {
            Instant to = view.asOf().map(TimeSpan::endOf).orElse(Instant.EPOCH);
            Instant from = Optional.ofNullable(currentState.since())
                    .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                    .orElse(to);
            return new TimeSpan(from.isAfter(to) ? to : from, to);
        }
    }

    FacilityCollection() {
        super(
                ID,
                "Facilities",
                "The current state of each watched facility and control, with the latest pass that observed it. ON "
                        + "means "
                        + "warmer than the background model in several passes, which is no proof of production. LOWER "
                        + "and HIGHER mean cooler and warmer than in a reference period that was not known to be idle: "
                        + "stopped or slowed, and grown.",
                COLUMNS,
                FILTERS,
                Order.BY_ID);
    }

    @Override
    Stream<Row> rows(PublishedSite view, Selection selection) {
        return view.watched().stream()
                .map(feature -> new Current(view, feature, view.currentState(feature)))
                .map(this::row);
    }

    private Row row(Current current) {
        Feature feature = current.feature();
        String site = current.view().id();
        String query = "?site=" + site;
        return new Row(
                Ids.join(site, feature.id()),
                this,
                current.view().place(feature),
                current.span(),
                feature.label(),
                properties(COLUMNS, current),
                List.of(
                        new Row.Link(
                                "related",
                                "/charts/" + feature.id() + ".svg" + query,
                                MediaTypes.SVG,
                                "Chart of the history"),
                        new Row.Link(
                                "related",
                                "/collections/observations/items" + query + "&facility=" + feature.id(),
                                MediaTypes.GEOJSON,
                                "All observations of this feature")),
                Map.of());
    }
}
