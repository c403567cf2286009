package org.heatwatch.api;

import java.util.List;
import java.util.Optional;

/** Serves the alerts of a site as an Atom feed. */
final class FeedResource {
    static final String PATH = "/alerts.atom";

    private final PublicationCache cache;
    private final AlertCollection alerts;

    FeedResource(PublicationCache cache) {
        this.cache = cache;
        this.alerts = new AlertCollection(cache.sources().outbox());
    }

    Route route() {
        return Route.file(
                PATH,
                "getAlertFeed",
                "Features",
                "Latest alerts of a site as an Atom feed",
                List.of(MediaTypes.ATOM),
                List.of(CommonParameters.ONE_SITE),
                exchange -> PreparedContent.of(() -> feed(exchange)));
    }

    /** The path of the feed of a site, which needs no other parameter. */
    static String path(String site) {
        return PATH + "?site=" + site;
    }

    private Content feed(Exchange exchange) {
        PublishedSite view = cache.one(exchange.arguments().get(CommonParameters.ONE_SITE))
                .views()
                .getFirst();
        Addresses addresses = exchange.addresses();
        return Content.of(
                MediaTypes.ATOM + "; charset=utf-8",
                AlertFeed.of(
                        view,
                        alerts,
                        new AlertFeed.Links(
                                Optional.of(addresses.of(path(view.id()))),
                                addresses.of("/?f=html&site=" + view.id()),
                                row -> addresses.of(
                                        "/collections/" + AlertCollection.ID + "/items/" + row.id() + "?f=html"))));
    }
}
