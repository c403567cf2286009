package org.heatwatch.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.Ledger;

/**
 * Processes messages about new products. Each notification in a message ends in exactly one {@link NotificationResult}:
 *
 * <ul>
 *   <li>Its product was processed for the site that watches its path and row, and the ledger holds the outcome, even if
 *       the product is unusable. The message is done.
 *   <li>Several sites watch its path and row. A message is sent for each of them, so that they take the product in side
 *       by side and each is retried by itself. The message is done. Without a queue, the sites are processed in turn.
 *   <li>Its product belongs to another satellite, collection, path or row. The message is done: without a subscription
 *       filter all products of the archive arrive here, which is not an error.
 *   <li>It is refused: it is not JSON, lacks one of the two keys, or its location does not match its id. The refusal
 *       is reported once, at the first delivery, and the message fails until the queue moves it to the dead-letter
 *       queue. Either the format has changed or the notification is forged, and an operator should investigate.
 *   <li>Its product cannot be taken in, or the definition of its site cannot be read. The failure is reported at each
 *       delivery and the message fails. At the last delivery an unreadable product is recorded as such.
 * </ul>
 */
public final class NotificationProcessor {
    private final Ledger ledger;
    private final ProductIntake intake;
    private final String bucket;
    private final int maxReceiveCount;
    private final NotificationTimes times;
    private final Consumer<NotificationResult> results;
    private final WatchIndex index;
    private final Optional<NotificationSender> queue;

    /**
     * A processor without a queue, which reads the index of paths and rows for each notification.
     *
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
        this(
                ledger,
                intake,
                bucket,
                maxReceiveCount,
                times,
                results,
                WatchIndex.uncached(ledger),
                /* queue= */ Optional.empty());
    }

    /**
     * A processor of a queue's messages, which remembers for a minute who watches a path and row.
     *
     * @param queue sends the messages for the sites, if several watch a product
     * @param clock for the age of what is remembered
     */
    public NotificationProcessor(
            Ledger ledger,
            ProductIntake intake,
            String bucket,
            int maxReceiveCount,
            NotificationTimes times,
            Consumer<NotificationResult> results,
            NotificationSender queue,
            InstantSource clock) {
        this(
                ledger,
                intake,
                bucket,
                maxReceiveCount,
                times,
                results,
                WatchIndex.cached(ledger, clock),
                Optional.of(queue));
    }

    private NotificationProcessor(
            Ledger ledger,
            ProductIntake intake,
            String bucket,
            int maxReceiveCount,
            NotificationTimes times,
            Consumer<NotificationResult> results,
            WatchIndex index,
            Optional<NotificationSender> queue) {
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
        this.index = index;
        this.queue = queue;
    }

    /**
     * Processes the notifications in a message.
     *
     * @param delivery which delivery of the message this is, from 1
     * @param announcedAt when the archive sent it; empty for our own notifications
     * @return whether the message is done; if false it must be delivered again
     * @throws org.heatwatch.errors.HeatWatchException if the index of paths and rows cannot be read, or the messages
     *     for several sites cannot be sent
     */
    public boolean process(String body, int delivery, Optional<Instant> announcedAt) {
        NotificationReader reader = new NotificationReader(
                bucket, scene -> !index.sitesWatching(scene).isEmpty());
        boolean done = true;
        for (Notification notification : reader.read(body)) {
            done &= process(notification, delivery, announcedAt);
        }
        return done;
    }

    /**
     * Processes a published product as at the first delivery of its notification.
     *
     * @return whether processing succeeded for all sites that watch its path and row
     */
    public boolean process(ProductId product) {
        return process(new Notification.Published(product, Optional.empty()), 1, Optional.empty());
    }

    private boolean process(Notification notification, int delivery, Optional<Instant> announcedAt) {
        return switch (notification) {
            case Notification.Published(var product, var siteId) -> {
                List<String> siteIds = siteId.map(List::of).orElseGet(() -> index.sitesWatching(product.scene()));
                yield (siteIds.size() > 1 && queue.isPresent())
                        ? forward(product, siteIds, announcedAt, queue.get())
                        : process(product, siteIds, delivery, announcedAt);
            }
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

    private boolean forward(
            ProductId product, List<String> siteIds, Optional<Instant> announcedAt, NotificationSender sender) {
        sender.send(product, siteIds, announcedAt);
        results.accept(new NotificationResult.Forwarded(product, siteIds.size()));
        return true;
    }

    private boolean process(ProductId product, List<String> siteIds, int delivery, Optional<Instant> announcedAt) {
        boolean done = true;
        for (String siteId : siteIds) {
            NotificationResult result = process(product, siteId, delivery >= maxReceiveCount, announcedAt);
            results.accept(result);
            done &= result.isDone();
        }
        return done;
    }

    private NotificationResult process(
            ProductId product, String siteId, boolean lastTry, Optional<Instant> announcedAt) {
        try {
            // Read for each product: between notification and intake the site may have been changed or removed.
            Optional<WatchedSite> site =
                    ledger.site(siteId).map(WatchedSite::of).filter(watched -> watched.watches(product.scene()));
            if (site.isEmpty()) {
                return new NotificationResult.NotOurs(
                        product.id(), "site %s does not watch path/row %s".formatted(siteId, product.scene()));
            }
            announcedAt.ifPresent(at -> times.record(siteId, at));
            return new NotificationResult.TakenIn(product, siteId, intake.take(product, site.get(), lastTry));
        } catch (RuntimeException e) {
            return new NotificationResult.Failed(product, siteId, e, lastTry);
        }
    }
}
