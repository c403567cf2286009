package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.site.Feature;

/** The observations of each facility and control in every pass, including those without a measurement. */
final class ObservationCollection extends WatchCollection {
    static final String ID = "observations";
    private static final String FACILITY = "facility";

    private static final List<Column<Watched>> COLUMNS = Columns.<Watched>ofFeature()
            .of(
                    PublishedObservation.class,
                    Watched::observation,
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
            Filter.ids(FACILITY, "Only the facilities and controls with these ids.");

    private static final List<Filter<?>> FILTERS = List.of(
            OF_FACILITIES,
            Filter.acquisitions(),
            Filter.oneOf("role", "Only features with one of these roles.", Codes.ROLES),
            Filter.oneOf("status", "Only observations with one of these statuses.", Codes.STATUSES),
            Filter.oneOf(
                    "state", "Only observations after which the feature was in one of these states.", Codes.STATES),
            Filter.oneOf("confidence", "Only observations with one of these confidences.", Codes.CONFIDENCES),
            Filter.least("minScore", "score", "Only observations with at least this score.", 0, 100),
            Filter.most("maxScore", "score", "Only observations with at most this score.", 0, 100));

    private record Watched(PublishedSite view, Feature feature, PublishedObservation observation)
            implements Columns.OfFeature {}

    ObservationCollection() {
        super(
                ID,
                "Observations",
                "Each facility and control in every pass: the excess over the background model with its standard "
                        + "error, or "
                        + "the reason why it was not observed. Not observed does not mean cold.",
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
                                view.cachedRows(ID + " " + feature.id(), () -> rows(view, history, feature)).stream()));
    }

    private List<Row> rows(PublishedSite view, PublishedHistory history, Feature feature) {
        return history.observations(feature.id()).stream()
                .map(observation -> row(new Watched(view, feature, observation)))
                .toList();
    }

    private static boolean isNamed(PublishedSite view, Feature feature, List<String> ids) {
        String prefix = Ids.join(view.id(), feature.id(), "");
        return ids.stream().anyMatch(id -> id.startsWith(prefix));
    }

    private Row row(Watched watched) {
        String site = watched.view().id();
        String acquisition = watched.observation().acquisition().id();
        return new Row(
                Ids.join(site, watched.feature().id(), acquisition),
                this,
                watched.view().place(watched.feature()),
                TimeSpan.at(watched.observation().acquiredAt()),
                watched.feature().label() + ", " + acquisition,
                properties(COLUMNS, watched),
                List.of(pass(site, acquisition)),
                Map.of());
    }
}
