package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.heatwatch.publication.Manifest;
import org.heatwatch.publication.Observation;
import org.heatwatch.publication.Standing;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;

/** How facilities and controls stand. */
final class FacilityCollection extends WatchCollection {
    static final String ID = "facilities";
    private static final String UNKNOWN = "UNKNOWN";

    private static final List<Column<Now>> COLUMNS = List.of(
            Column.text("site", "Id of the site.", now -> now.view().id()),
            Column.text("facility", "Id in the site.", now -> now.feature().id()),
            Column.text(
                    "name",
                    "Name, with a caveat where the outline is not verified.",
                    now -> now.feature().label()),
            Column.word(
                    "role",
                    "facility, or control: a place known to have no heat of its own.",
                    Codes.ROLES,
                    now -> now.feature().role().code()),
            Column.flag(
                    "simulated",
                    "Whether all of this is made up.",
                    now -> now.view().isSimulated()),
            Column.flag(
                    "verified",
                    "Whether an analyst has traced the outline.",
                    now -> now.feature().verified()),
            Column.flag(
                    "placeholder",
                    "Whether the outline says that the place exists, not where.",
                    now -> Site.isPlaceholder(now.feature())),
            Column.number(
                    "accuracyMetres",
                    "How far the outline may be off.",
                    now -> now.feature().accuracyMetres()),
            Column.text("asOf", "Day at whose end this was known.", Now::asOf),
            Column.word("state", "ON means warmer than its idle self in several passes.", Codes.STATES, Now::state),
            Column.word(
                    "seenAs",
                    "State when it was last seen.",
                    Codes.STATES,
                    now -> now.standing() == null ? UNKNOWN : now.standing().seenAs()),
            Column.text("since", "Day of the transition into the state.", Now::since),
            Column.text("seen", "Latest pass that saw it.", of(Observation::acquisition)),
            Column.text("seenAt", "Time of that pass, UTC.", of(Observation::acquiredAt)),
            Column.number("effectiveKelvin", "How much warmer than its idle self.", of(Observation::effectiveKelvin)),
            Column.number("effectiveStandardError", "Standard error of that.", of(Observation::effectiveStandardError)),
            Column.number("z", "The excess over its standard error.", of(Observation::z)),
            Column.number("score", "Percentile among idle looks, 0 to 100.", of(Observation::score)),
            Column.word("confidence", "In that look.", Codes.CONFIDENCES, of(Observation::confidence)),
            Column.flag("provisional", "Whether a better product may still change it.", of(Observation::provisional)),
            Column.texts("flags", "What a reader must know.", of(Observation::flags)));

    private static final List<Filter<?>> FILTERS = List.of(
            Filter.ids("facility", "Only these, by their ids in the site."),
            Filter.oneOf("role", "Only of these roles.", Codes.ROLES),
            Filter.oneOf("state", "Only in these states.", Codes.STATES),
            Filter.oneOf("confidence", "Only with this confidence in the latest look.", Codes.CONFIDENCES),
            Filter.least("minScore", "score", "Only with at least this score.", 0, 100),
            Filter.most("maxScore", "score", "Only with at most this score.", 0, 100));

    private record Now(
            SiteView view, Feature feature, @Nullable Standing standing) {

        @Nullable
        String asOf() {
            return view.manifest().map(Manifest::asOf).orElse(null);
        }

        String state() {
            return standing == null ? UNKNOWN : standing.state();
        }

        @Nullable
        String since() {
            return standing == null ? null : standing.since();
        }

        /** Since it is in its state, until it was last known to be. */
        TimeSpan span() {
            Instant to = view.manifest()
                    .map(told -> TimeSpan.endOf(LocalDate.parse(told.asOf())))
                    .orElse(Instant.EPOCH);
            Instant from = Optional.ofNullable(since())
                    .map(day -> LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC))
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

    private static Function<Now, @Nullable Object> of(Function<Observation, @Nullable Object> read) {
        return now -> now.standing() == null || now.standing().latest() == null
                ? null
                : read.apply(now.standing().latest());
    }

    @Override
    Stream<Row> rows(SiteView view, Selection selection) {
        Map<String, Standing> standings = view.standings();
        return view.watched().stream()
                .map(feature -> new Now(view, feature, standings.get(feature.id())))
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
