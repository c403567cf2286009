package org.heatwatch.functions.clip;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.intake.Notice;
import org.heatwatch.intake.NoticeReader;
import org.heatwatch.intake.NoticeTimes;
import org.heatwatch.intake.ProductIntake;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.Ledger;

/**
 * Works off messages about new products. Each notice in a message has one of these ends:
 *
 * <ul>
 *   <li>Its product is taken in for every site that watches its path and row, and the ledger says what became of it,
 *       also where that is "of no use". The message is done.
 *   <li>Its product is of another satellite, collection, path or row. That is told and the message done: with an open
 *       filter the whole world comes by here, which is no fault of anyone.
 *   <li>It is refused: not JSON, not the two keys, or a location which does not belong to the id. That is told once, at
 *       the first delivery, and the message fails until the queue puts it aside: either the form has changed or someone
 *       tries something, and a person should look at it.
 *   <li>Its product can't be taken in. That is told at each delivery and the message fails. At the last delivery what
 *       could not be read is recorded as unreadable.
 * </ul>
 */
public final class NoticeDesk {
    private final Ledger ledger;
    private final ProductIntake intake;
    private final String bucket;
    private final int mostDeliveries;
    private final NoticeTimes times;
    private final FateLog log;

    /**
     * @param bucket the only one that locations may name
     * @param mostDeliveries after how many failures the queue puts a message aside, from 1
     * @param times where it is kept that the archive was heard of
     */
    public NoticeDesk(
            Ledger ledger, ProductIntake intake, String bucket, int mostDeliveries, NoticeTimes times, FateLog log) {
        if (mostDeliveries < 1) {
            throw new IllegalArgumentException(
                    "a message is delivered at least once, not %d times".formatted(mostDeliveries));
        }
        this.ledger = ledger;
        this.intake = intake;
        this.bucket = bucket;
        this.mostDeliveries = mostDeliveries;
        this.times = times;
        this.log = log;
    }

    /**
     * Works off a message.
     *
     * @param delivery which delivery of the message this is, from 1
     * @param announcedAt when the archive sent it; empty if it is from ourselves
     * @return whether it is done, as opposed to be delivered again
     * @throws org.heatwatch.errors.HeatWatchException if it can't even be told which sites there are
     */
    public boolean take(String body, int delivery, Optional<Instant> announcedAt) {
        List<WatchedSite> sites = sites();
        NoticeReader reader = new NoticeReader(bucket, scene -> sites.stream().anyMatch(site -> site.watches(scene)));
        boolean done = true;
        for (Notice notice : reader.read(body)) {
            done &= take(notice, sites, delivery, announcedAt);
        }
        return done;
    }

    private List<WatchedSite> sites() {
        List<WatchedSite> sites = ledger.sites().stream().map(WatchedSite::of).toList();
        if (sites.isEmpty()) {
            throw new SourceUnavailable("the ledger", "holds no site, so that no notice can be judged", "save a site");
        }
        return sites;
    }

    private boolean take(Notice notice, Collection<WatchedSite> sites, int delivery, Optional<Instant> announcedAt) {
        return switch (notice) {
            case Notice.Published(var product) -> {
                boolean done = true;
                for (WatchedSite site : WatchedSite.concernedBy(product, sites)) {
                    NoticeFate fate = take(product, site, delivery >= mostDeliveries, announcedAt);
                    log.tell(fate);
                    done &= fate.isDone();
                }
                yield done;
            }
            case Notice.NotOurs(var productId, var reason) -> {
                log.tell(new NoticeFate.NotOurs(productId, reason));
                yield true;
            }
            case Notice.Refused(var why) -> {
                if (delivery <= 1) {
                    log.tell(new NoticeFate.Refused(why));
                }
                yield false;
            }
        };
    }

    private NoticeFate take(ProductId product, WatchedSite site, boolean lastTry, Optional<Instant> announcedAt) {
        String siteId = site.site().id();
        try {
            announcedAt.ifPresent(at -> times.heard(siteId, at));
            return new NoticeFate.TakenIn(product, siteId, intake.take(product, site, lastTry));
        } catch (RuntimeException e) {
            return new NoticeFate.Failed(product, siteId, e, lastTry);
        }
    }
}
