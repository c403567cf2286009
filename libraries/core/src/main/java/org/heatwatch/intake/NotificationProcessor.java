package org.heatwatch.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.Ledger;

/**
 * Processes messages about new products. Each notification in a message ends in exactly one {@link NotificationResult}:
 *
 * <ul>
 *   <li>Its product was processed for every site that watches its path and row, and the ledger holds the outcome, even
 *       if the product is unusable. The message is done.
 *   <li>Its product belongs to another satellite, collection, path or row. The message is done: without a subscription
 *       filter all products of the archive arrive here, which is not an error.
 *   <li>It is refused: it is not JSON, lacks one of the two keys, or its location does not match its id. The refusal
 *       is reported once, at the first delivery, and the message fails until the queue moves it to the dead-letter
 *       queue. Either the format has changed or the notification is forged, and an operator should investigate.
 *   <li>Its product cannot be taken in. The failure is reported at each delivery and the message fails. At the last
 *       delivery an unreadable product is recorded as such.
 * </ul>
 */
public final class NotificationProcessor {
    private final Ledger ledger;
    private final ProductIntake intake;
    private final String bucket;
    private final int maxReceiveCount;
    private final NotificationTimes times;
    private final Consumer<NotificationResult> results;

    /**
     * @param bucket the only bucket that locations may name
     * @param maxReceiveCount number of deliveries after which the queue moves a message to the dead-letter queue, from
     *     1
     * @param times store of the time of the archive's last notification
     * @param results receives the result of each notification, once for each site concerned
     */
    public NotificationProcessor(
            Ledger ledger,
            ProductIntake intake,
            String bucket,
            int maxReceiveCount,
            NotificationTimes times,
            Consumer<NotificationResult> results) {
        if (maxReceiveCount < 1) {
            throw new IllegalArgumentException(
                    "a message is delivered at least once, not %d times".formatted(maxReceiveCount));
        }
        this.ledger = ledger;
        this.intake = intake;
        this.bucket = bucket;
        this.maxReceiveCount = maxReceiveCount;
        this.times = times;
        this.results = results;
    }

    /**
     * Processes the notifications in a message.
     *
     * @param delivery which delivery of the message this is, from 1
     * @param announcedAt when the archive sent it; empty for our own notifications
     * @return whether the message is done; if false it must be delivered again
     * @throws org.heatwatch.errors.HeatWatchException if the watched sites cannot be read
     */
    public boolean process(String body, int delivery, Optional<Instant> announcedAt) {
        List<WatchedSite> sites = sites();
        NotificationReader reader =
                new NotificationReader(bucket, scene -> sites.stream().anyMatch(site -> site.watches(scene)));
        boolean done = true;
        for (Notification notification : reader.read(body)) {
            done &= process(notification, sites, delivery, announcedAt);
        }
        return done;
    }

    /**
     * Processes a published product as at the first delivery of its notification.
     *
     * @return whether processing succeeded for all sites that watch its path and row
     */
    public boolean process(ProductId product) {
        return process(product, sites(), 1, Optional.empty());
    }

    private List<WatchedSite> sites() {
        List<WatchedSite> sites = ledger.sites().stream().map(WatchedSite::of).toList();
        if (sites.isEmpty()) {
            throw new SourceUnavailable(
                    "the ledger", "holds no site, so notifications cannot be processed", "save a site");
        }
        return sites;
    }

    private boolean process(
            Notification notification, Collection<WatchedSite> sites, int delivery, Optional<Instant> announcedAt) {
        return switch (notification) {
            case Notification.Published(var product) -> process(product, sites, delivery, announcedAt);
            case NotificationResult.NotOurs notOurs -> {
                results.accept(notOurs);
                yield true;
            }
            case NotificationResult.Refused refused -> {
                if (delivery <= 1) {
                    results.accept(refused);
                }
                yield false;
            }
        };
    }

    private boolean process(
            ProductId product, Collection<WatchedSite> sites, int delivery, Optional<Instant> announcedAt) {
        boolean done = true;
        for (WatchedSite site : WatchedSite.concernedBy(product, sites)) {
            NotificationResult result = process(product, site, delivery >= maxReceiveCount, announcedAt);
            results.accept(result);
            done &= result.isDone();
        }
        return done;
    }

    private NotificationResult process(
            ProductId product, WatchedSite site, boolean lastTry, Optional<Instant> announcedAt) {
        String siteId = site.site().id();
        try {
            announcedAt.ifPresent(at -> times.record(siteId, at));
            return new NotificationResult.TakenIn(product, siteId, intake.take(product, site, lastTry));
        } catch (RuntimeException e) {
            return new NotificationResult.Failed(product, siteId, e, lastTry);
        }
    }
}
