package org.heatwatch.intake;

import java.util.Comparator;
import java.util.Optional;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.LedgerConflict;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SampledScene;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.WatchedScene;

/**
 * Takes products in: clips them at a site, samples them, records them, wakes the site. Every step may be repeated, and
 * what fails is taken in by the next try: the clip is stored before the record, the record before anyone is woken.
 */
public final class ProductIntake {
    private final Archive archive;
    private final ClipFormat format;
    private final ClipStore clips;
    private final Sampler sampler;
    private final Ledger ledger;
    private final SiteWaker waker;

    public ProductIntake(
            Archive archive, ClipFormat format, ClipStore clips, Sampler sampler, Ledger ledger, SiteWaker waker) {
        this.archive = archive;
        this.format = format;
        this.clips = clips;
        this.sampler = sampler;
        this.ledger = ledger;
        this.waker = waker;
    }

    /**
     * Takes a product in for a site. The product's pixels are not read if they could change nothing.
     *
     * @param lastTry whether nobody will try again: what can't be read is then noted as unreadable, and thrown all the
     *     same
     * @return what became of it, as it is recorded; only a path and row that the site does not watch is not recorded
     * @throws ProductMissing if it is not there, and nothing better either
     * @throws ProductUnreadable if it is cut short or corrupt, or the site is not on it
     * @throws AccessDenied if a store refuses
     * @throws SourceUnavailable if a store does not answer
     * @throws LedgerConflict if others kept writing the same
     */
    public IntakeOutcome take(ProductId product, WatchedSite watched, boolean lastTry) {
        Optional<WatchedScene> scene = watched.site().watched(product.scene());
        if (scene.isEmpty()) {
            return new IntakeOutcome.NotOurs("path/row %s is not watched by site %s"
                    .formatted(product.scene(), watched.site().id()));
        }
        Optional<String> useless = product.whyUnusable();
        if (useless.isPresent()) {
            return note(watched, product, new IntakeOutcome.NotOurs(useless.get()));
        }
        String siteId = watched.site().id();
        Optional<SceneRecord> holder = ledger.scene(siteId, product.acquisition());
        if (holder.isPresent()
                && holder.get().leavesNothingToGain(product, watched.boundsVersion(), sampler.version())) {
            return superfluous(watched, product, holder.get().product());
        }
        try {
            return record(product, watched, scene.get());
        } catch (ProductMissing missing) {
            ProductId better = betterThan(product).orElseThrow(() -> missing);
            return note(watched, product, new IntakeOutcome.Superseded(better));
        } catch (ProductUnreadable unreadable) {
            if (lastTry) {
                note(watched, product, new IntakeOutcome.Unreadable(String.valueOf(unreadable.getMessage())));
            }
            throw unreadable;
        }
    }

    private IntakeOutcome superfluous(WatchedSite watched, ProductId product, ProductId holder) {
        if (holder.equals(product)) {
            waker.wake(watched.site().id());
            return new IntakeOutcome.Recorded();
        }
        IntakeOutcome outcome = note(watched, product, new IntakeOutcome.Superseded(holder));
        waker.wake(watched.site().id());
        return outcome;
    }

    private IntakeOutcome note(WatchedSite watched, ProductId product, IntakeOutcome outcome) {
        ledger.note(watched.site().id(), new IntakeRecord(product, outcome));
        return outcome;
    }

    private Optional<ProductId> betterThan(ProductId product) {
        return archive.list(product.acquisition()).stream()
                .filter(other -> other.whyUnusable().isEmpty())
                .filter(other -> other.rank().compareTo(product.rank()) > 0)
                .max(Comparator.comparing(ProductId::rank));
    }

    private IntakeOutcome record(ProductId product, WatchedSite watched, WatchedScene scene) {
        Clip clip = clip(product, watched);
        String key = watched.clipKey(product);
        SampledScene sampled = SceneReading.of(clip, sampler, watched, scene, key);
        clips.put(key, format.encode(clip));
        ProductId holder = ledger.record(watched.site().id(), sampled).holder();
        waker.wake(watched.site().id());
        return holder.equals(product) ? new IntakeOutcome.Recorded() : new IntakeOutcome.Superseded(holder);
    }

    private Clip clip(ProductId product, WatchedSite watched) {
        Clip clip = Product.open(archive.open(product)).clip(watched.site());
        if (!clip.product().id().equals(product)) {
            throw new ProductUnreadable(
                    product.id(),
                    "its metadata say that it is " + clip.product().id(),
                    "look at the product in the archive");
        }
        return clip;
    }
}
