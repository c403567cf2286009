package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heatwatch.publication.Observation;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Site;

/** Every pass over every facility and control, seen or not. */
final class ObservationCollection extends WatchCollection {
    static final String ID = "observations";
    private static final String FACILITY = "facility";

    private static final List<Column<Look>> COLUMNS = List.of(
            Column.text("site", "Id of the site.", look -> look.view().id()),
            Column.text(FACILITY, "Id in the site.", look -> look.feature().id()),
            Column.text(
                    "name",
                    "Name, with a caveat where the outline is not verified.",
                    look -> look.feature().label()),
            Column.word(
                    "role",
                    "facility, or control: a place known to have no heat of its own.",
                    Codes.ROLES,
                    look -> look.feature().role().code()),
            Column.flag(
                    "simulated",
                    "Whether all of this is made up.",
                    look -> look.view().isSimulated()),
            Column.flag(
                    "verified",
                    "Whether an analyst has traced the outline.",
                    look -> look.feature().verified()),
            Column.flag(
                    "placeholder",
                    "Whether the outline says that the place exists, not where.",
                    look -> Site.isPlaceholder(look.feature())),
            Column.text("acquisition", "The pass.", look -> look.seen().acquisition()),
            Column.word(
                    "pass",
                    "By day or by night.",
                    Codes.PASSES,
                    look -> look.seen().pass()),
            Column.word(
                    "status",
                    "observed; no_observation, or uncalibrated, neither of which is ever cold.",
                    Codes.STATUSES,
                    look -> look.seen().status()),
            Column.flag(
                    "counted",
                    "Whether it was weighed for the state; not if the pass is not to be relied on.",
                    look -> look.seen().counted()),
            Column.number(
                    "effectiveKelvin",
                    "How much warmer than its idle self.",
                    look -> look.seen().effectiveKelvin()),
            Column.number(
                    "effectiveStandardError",
                    "Standard error of that.",
                    look -> look.seen().effectiveStandardError()),
            Column.number(
                    "visibleFraction",
                    "Share of the roof that was visible, 0 to 1.",
                    look -> look.seen().visibleFraction()),
            Column.number(
                    "z",
                    "The excess over its standard error.",
                    look -> look.seen().z()),
            Column.number(
                    "score",
                    "Percentile among idle looks, 0 to 100.",
                    look -> look.seen().score()),
            Column.flag(
                    "standsOut",
                    "Whether it stands out among all facilities of the pass.",
                    look -> look.seen().standsOut()),
            Column.word(
                    "state",
                    "State after the pass.",
                    Codes.STATES,
                    look -> look.seen().state()),
            Column.number(
                    "startSum",
                    "How much speaks for a start.",
                    look -> look.seen().startSum()),
            Column.word(
                    "confidence",
                    "In this look.",
                    Codes.CONFIDENCES,
                    look -> look.seen().confidence()),
            Column.flag(
                    "provisional",
                    "Whether a better product may still change it.",
                    look -> look.seen().provisional()),
            Column.texts(
                    "flags",
                    "What a reader must know, why it was not seen first.",
                    look -> look.seen().flags()));

    private static final Filter<List<String>> OF_FACILITIES =
            Filter.ids(FACILITY, "Only of these, by their ids in the site.");

    private static final List<Filter<?>> FILTERS = List.of(
            OF_FACILITIES,
            Filter.acquisitions(),
            Filter.oneOf("role", "Only of these roles.", Codes.ROLES),
            Filter.oneOf("status", "Only of this status.", Codes.STATUSES),
            Filter.oneOf("state", "Only where the state after the pass was one of these.", Codes.STATES),
            Filter.oneOf("confidence", "Only with this confidence.", Codes.CONFIDENCES),
            Filter.least("minScore", "score", "Only with at least this score.", 0, 100),
            Filter.most("maxScore", "score", "Only with at most this score.", 0, 100));

    private record Look(SiteView view, Feature feature, Observation seen) {}

    ObservationCollection() {
        super(
                ID,
                "Observations",
                "Every pass over every facility and control: how much warmer than its idle self it was, with standard error; "
                        + "or why it was not seen, which never means that it was cold.",
                COLUMNS,
                FILTERS,
                Order.NEWEST);
    }

    @Override
    Stream<Row> rows(SiteView view, Selection selection) {
        List<String> wanted = selection.arguments().get(OF_FACILITIES.parameter(), List.of());
        return view.history().stream()
                .flatMap(history -> view.watched().stream()
                        .filter(feature -> wanted.isEmpty() || wanted.contains(feature.id()))
                        .filter(feature -> selection.ids().isEmpty() || isNamed(view, feature, selection.ids()))
                        .flatMap(feature ->
                                view.kept(ID + " " + feature.id(), () -> rows(view, history, feature)).stream()));
    }

    private List<Row> rows(SiteView view, PublishedHistory history, Feature feature) {
        return history.observations(feature.id()).stream()
                .map(seen -> row(new Look(view, feature, seen)))
                .toList();
    }

    private static boolean isNamed(SiteView view, Feature feature, List<String> ids) {
        String prefix = Ids.join(view.id(), feature.id(), "");
        return ids.stream().anyMatch(id -> id.startsWith(prefix));
    }

    @Override
    TimeSpan spanOf(String wanted) {
        return Ids.dayOf(wanted);
    }

    private Row row(Look look) {
        String site = look.view().id();
        String acquisition = look.seen().acquisition();
        return new Row(
                Ids.join(site, look.feature().id(), acquisition),
                this,
                look.view().place(look.feature()),
                TimeSpan.at(look.seen().acquiredAt()),
                look.feature().label() + ", " + acquisition,
                properties(COLUMNS, look),
                List.of(new Row.Link(
                        "related",
                        "/collections/scenes/items/" + Ids.join(site, acquisition),
                        MediaTypes.GEOJSON,
                        "The pass")),
                Map.of());
    }
}
