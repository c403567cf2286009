package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.Feature;

/** Every pass over every facility and control, seen or not. */
final class ObservationCollection extends WatchCollection {
    static final String ID = "observations";
    private static final String FACILITY = "facility";

    private static final List<Column<Look>> COLUMNS = Columns.<Look>ofFeature()
            .of(
                    PublishedObservation.class,
                    Look::seen,
                    "acquisition",
                    "pass",
                    "status",
                    "counted",
                    "effectiveKelvin",
                    "effectiveStandardError",
                    "visibleFraction",
                    "z",
                    "score",
                    "standsOut",
                    "state",
                    "startSum",
                    "confidence",
                    "provisional",
                    "flags")
            .list();

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

    private record Look(PublishedSite view, Feature feature, PublishedObservation seen) implements Columns.OfFeature {}

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
    Stream<Row> rows(PublishedSite view, Selection selection) {
        List<String> wanted = selection.arguments().get(OF_FACILITIES.parameter(), List.of());
        return view.history().stream()
                .flatMap(history -> view.watched().stream()
                        .filter(feature -> wanted.isEmpty() || wanted.contains(feature.id()))
                        .filter(feature -> selection.ids().isEmpty() || isNamed(view, feature, selection.ids()))
                        .flatMap(feature ->
                                view.kept(ID + " " + feature.id(), () -> rows(view, history, feature)).stream()));
    }

    private List<Row> rows(PublishedSite view, PublishedHistory history, Feature feature) {
        return history.observations(feature.id()).stream()
                .map(seen -> row(new Look(view, feature, seen)))
                .toList();
    }

    private static boolean isNamed(PublishedSite view, Feature feature, List<String> ids) {
        String prefix = Ids.join(view.id(), feature.id(), "");
        return ids.stream().anyMatch(id -> id.startsWith(prefix));
    }

    private Row row(Look look) {
        String site = look.view().id();
        String acquisition = look.seen().acquisition().id();
        return new Row(
                Ids.join(site, look.feature().id(), acquisition),
                this,
                look.view().place(look.feature()),
                TimeSpan.at(look.seen().acquiredAt()),
                look.feature().label() + ", " + acquisition,
                properties(COLUMNS, look),
                List.of(pass(site, acquisition)),
                Map.of());
    }
}
