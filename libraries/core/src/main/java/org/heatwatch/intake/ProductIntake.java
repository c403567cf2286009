package org.heatwatch.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.clip.ReadFailure;
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
     * @throws ProductMissing if neither the product nor a better one of its acquisition exists, or the product lacks
     *     a file and this is not the last attempt
     * @throws ProductUnreadable if the product is truncated, corrupt or implausible, lacks a file in the last attempt,
     *     or does not cover the site
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
        Optional<IntakeOutcome> known = unreadableAsBefore(product, watched);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return record(product, watched, scene.get());
        } catch (ProductMissing missing) {
            return lastTry
                    ? readOnceMore(product, watched, scene.get())
                    : supersededOrMissing(product, watched, archive.list(product.acquisition()), missing);
        } catch (ProductUnreadable unreadable) {
            if (lastTry) {
                return readOnceMore(product, watched, scene.get());
            }
            throw unreadable;
        }
    }

    /**
     * Repeats the last attempt, after the version of the files is known: if they were replaced during the first read,
     * the product must not be recorded as unreadable in the new version.
     */
    private IntakeOutcome readOnceMore(ProductId product, WatchedSite watched, WatchedScene scene) {
        Optional<String> version = ReadVersion.of(product, watched, archive);
        try {
            return record(product, watched, scene);
        } catch (ProductMissing missing) {
            List<ProductId> listed = archive.list(product.acquisition());
            if (listed.contains(product) && betterThan(product, listed).isEmpty()) {
                throw noted(watched, product, incomplete(product, missing), version);
            }
            return supersededOrMissing(product, watched, listed, missing);
        } catch (ProductUnreadable unreadable) {
            throw noted(watched, product, unreadable, version);
        }
    }

    /** The outcome of an unreadable product whose files have not changed since. */
    private Optional<IntakeOutcome> unreadableAsBefore(ProductId product, WatchedSite watched) {
        return ledger.intake(watched.site().id(), product)
                .filter(record -> record.readVersion().isPresent())
                .filter(record -> record.isUnreadableIn(ReadVersion.of(product, watched, archive)))
                .map(IntakeRecord::outcome);
    }

    private IntakeOutcome supersededOrMissing(
            ProductId product, WatchedSite watched, List<ProductId> listed, ProductMissing missing) {
        ProductId better = betterThan(product, listed).orElseThrow(() -> missing);
        return note(watched, product, new IntakeOutcome.Superseded(better));
    }

    /** A product that is listed but lacks a file stays incomplete. */
    private static ProductUnreadable incomplete(ProductId product, ProductMissing missing) {
        return new ProductUnreadable(
                product.id(),
                "lacks a file (%s)".formatted(missing.withoutAdvice()),
                "it is read again when its files in the archive change",
                missing);
    }

    /** Without the version if the fault may be of this program: its next version can then read the same files. */
    private ProductUnreadable noted(
            WatchedSite watched, ProductId product, ProductUnreadable unreadable, Optional<String> version) {
        IntakeOutcome outcome = new IntakeOutcome.Unreadable(String.valueOf(unreadable.getMessage()));
        Optional<String> kept = unreadable.isUnexpected() ? Optional.empty() : version;
        ledger.note(watched.site().id(), new IntakeRecord(product, outcome, kept));
        return unreadable;
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

    private static Optional<ProductId> betterThan(ProductId product, List<ProductId> listed) {
        return listed.stream()
                .filter(other -> other.whyUnusable().isEmpty())
                .filter(other -> other.rank().compareTo(product.rank()) > 0)
                .max(Comparator.comparing(ProductId::rank));
    }

    private IntakeOutcome record(ProductId product, WatchedSite watched, WatchedScene scene) {
        String key = watched.clipKey(product);
        Clip clip = ReadFailure.named(product.id(), () -> clip(product, watched));
        SampledScene sampled =
                ReadFailure.named(product.id(), () -> SampledScenes.of(clip, extractor, watched, scene, key));
        clips.put(key, format.encode(clip, watched.site().presentation().simulated()));
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
