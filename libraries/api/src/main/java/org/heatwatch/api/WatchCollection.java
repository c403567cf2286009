package org.heatwatch.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heatwatch.mail.Outbox;
import org.jspecify.annotations.Nullable;

/** A feature collection of the API. */
abstract sealed class WatchCollection
        permits FacilityCollection,
                ObservationCollection,
                HotSpotCollection,
                SourceCollection,
                ActivityCollection,
                AlertCollection,
                SceneCollection {
    private final String id;
    private final String title;
    private final String description;
    private final List<? extends Column<?>> columns;
    private final List<Filter<?>> filters;
    private final Order order;

    /** @param order default sort order */
    WatchCollection(
            String id,
            String title,
            String description,
            List<? extends Column<?>> columns,
            List<Filter<?>> filters,
            Order order) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.columns = columns;
        this.filters = filters;
        this.order = order;
    }

    /**
     * All collections of the API.
     *
     * @param headers describe the clips of scenes
     */
    static List<WatchCollection> all(Outbox outbox, ClipHeaders headers) {
        return List.of(
                new FacilityCollection(),
                new ObservationCollection(),
                new HotSpotCollection(),
                new SourceCollection(),
                new ActivityCollection(),
                new AlertCollection(outbox),
                new SceneCollection(headers));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String path() {
        return "/collections/" + id;
    }

    List<? extends Column<?>> columns() {
        return columns;
    }

    List<Filter<?>> filters() {
        return filters;
    }

    Order order() {
        return order;
    }

    /** The features of a site; may include features outside the selection, which the caller filters. */
    abstract Stream<Row> rows(PublishedSite view, Selection selection);

    /** A feature by its id; empty if there is none. */
    Optional<Row> row(PublishedSite view, String rowId) {
        Selection selection = new Selection(
                Selection.ALL.arguments(), Ids.dayOf(rowId), Optional.empty(), List.of(rowId), Optional.empty());
        return rows(view, selection).filter(selection::has).findFirst();
    }

    /** Link to the pass of a feature. */
    static Row.Link pass(String site, String acquisition) {
        return new Row.Link(
                "related",
                "/collections/" + SceneCollection.ID + "/items/" + Ids.join(site, acquisition),
                MediaTypes.GEOJSON,
                "The pass");
    }

    static <T> Map<String, @Nullable Object> properties(List<Column<T>> columns, T row) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        columns.forEach(column -> properties.put(column.name(), column.read().apply(row)));
        return Collections.unmodifiableMap(properties);
    }
}
