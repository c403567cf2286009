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
 * Takes products in: clips a product to a site, extracts its native samples, records the scene and requests scoring.
 * Every step is idempotent and a failed intake can be repeated: the clip is stored before the record, and the record
 * before scoring is requested.
 */
public final class ProductIntake {
    private final Archive archive;
    private final ClipFormat format;
    private final ClipStore clips;
    private final SampleExtractor extractor;
    private final Ledger ledger;
    private final ScoringRequests scoringRequests;

    public ProductIntake(
            Archive archive,
            ClipFormat format,
            ClipStore clips,
            SampleExtractor extractor,
            Ledger ledger,
            ScoringRequests scoringRequests) {
        this.archive = archive;
        this.format = format;
        this.clips = clips;
        this.extractor = extractor;
        this.ledger = ledger;
        this.scoringRequests = scoringRequests;
    }

    /**
     * Takes a product in for a site. Its pixels are read only if the result could replace the recorded scene.
     *
     * @param lastTry whether there is no further attempt; an unreadable product is then recorded as unreadable, and
     *     the exception is still thrown
     * @return the outcome, which is recorded unless the site does not watch the path and row
     * @throws ProductMissing if neither the product nor a better one of its acquisition exists
     * @throws ProductUnreadable if the product is truncated or corrupt, or does not cover the site
     * @throws AccessDenied if a store refuses
     * @throws SourceUnavailable if a store does not answer
     * @throws LedgerConflict if concurrent writes kept conflicting
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
        if (holder.isPresent() && holder.get().isNotReplacedBy(product, watched.boundsVersion(), extractor.version())) {
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
            scoringRequests.requestScoring(watched.site().id());
            return new IntakeOutcome.Recorded();
        }
        IntakeOutcome outcome = note(watched, product, new IntakeOutcome.Superseded(holder));
        scoringRequests.requestScoring(watched.site().id());
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
        SampledScene sampled = SampledScenes.of(clip, extractor, watched, scene, key);
        clips.put(key, format.encode(clip));
        ProductId holder = ledger.record(watched.site().id(), sampled).holder();
        scoringRequests.requestScoring(watched.site().id());
        return holder.equals(product) ? new IntakeOutcome.Recorded() : new IntakeOutcome.Superseded(holder);
    }

    private Clip clip(ProductId product, WatchedSite watched) {
        Clip clip = Product.open(archive.open(product)).clip(watched.site());
        if (!clip.product().id().equals(product)) {
            throw new ProductUnreadable(
                    product.id(),
                    "its metadata state the product id " + clip.product().id(),
                    "check the product in the archive");
        }
        return clip;
    }
}
