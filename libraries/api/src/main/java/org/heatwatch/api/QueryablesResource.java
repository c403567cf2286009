package org.heatwatch.api;

import java.util.ArrayList;
import java.util.List;

/** Serves the properties that filters may use, of each collection and of the search. */
final class QueryablesResource {
    private final List<WatchCollection> collections;

    QueryablesResource(List<WatchCollection> collections) {
        this.collections = collections;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        collections.forEach(collection -> routes.add(route(
                collection.path() + Queryables.PATH,
                "getQueryablesOf" + OperationNames.upper(collection.id()),
                "Properties by which features of the collection %s can be filtered".formatted(collection.id()),
                collection.title(),
                List.of(collection))));
        routes.add(route(
                Queryables.PATH,
                "getQueryables",
                "Properties by which the search can be filtered; a collection need not have all",
                "Search",
                collections));
        return routes;
    }

    private static Route route(
            String path, String operation, String summary, String title, List<WatchCollection> collections) {
        return Route.of(
                path,
                operation,
                "Capabilities",
                summary,
                "Queryables",
                List.of(ResponseFormat.JSON),
                List.of(MediaTypes.SCHEMA),
                List.of(),
                exchange -> PreparedContent.of(() -> Content.json(
                        MediaTypes.SCHEMA, new Queryables(collections).schema(path, title, exchange.addresses()))));
    }
}
