package org.heatwatch.aws;

import java.util.List;
import java.util.function.LongConsumer;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.ledger.Ledger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Deletes the data of a removed site in small batches: scenes, samples, outcomes, definitions, published histories,
 * announcements and mails in the table, and clips in the bucket. What is deleted is not found again, so an interrupted
 * deletion is continued by another call. The versions of the definition are the last to go; the numbers of the last
 * version stay, so that a site of the same id continues them.
 */
public final class SiteEraser {
    /** Keys of a step: S3 deletes at most 1000 objects in a request. */
    private static final int STEP = 1000;

    private final LedgerTable table;
    private final Ledger ledger;
    private final S3Client s3;
    private final String bucket;

    /**
     * Does not close the client.
     *
     * @param bucket bucket of clips; if it has versions, they expire by its own rules
     */
    public SiteEraser(LedgerTable table, S3Client s3, String bucket) {
        this.table = table;
        this.ledger = new DynamoLedger(table);
        this.s3 = s3;
        this.bucket = bucket;
    }

    /**
     * Deletes everything.
     *
     * @param progress receives the number of items and objects deleted so far, after each batch
     * @throws IllegalStateException if the site is watched
     * @throws org.heatwatch.errors.HeatWatchException if a store does not answer or refuses access; call again to
     *     continue
     */
    public void erase(String siteId, LongConsumer progress) {
        if (ledger.site(siteId).isPresent()) {
            throw new IllegalStateException("site %s is watched; remove it first".formatted(siteId));
        }
        long deleted = 0;
        for (String prefix = "clips/" + siteId + "/"; ; ) {
            int step = deleteObjects(prefix);
            deleted += step;
            progress.accept(deleted);
            if (step == 0) {
                break;
            }
        }
        for (Key partition : Key.ofData(siteId)) {
            for (int step = -1; step != 0; ) {
                step = deleteItems(siteId, partition);
                deleted += step;
                progress.accept(deleted);
            }
        }
        new DynamoSites(table).forgetText(siteId);
    }

    private int deleteItems(String siteId, Key partition) {
        List<Key> keys = table.keys("data of site " + siteId, partition, STEP)
                .filter(key -> !key.equals(Key.definition(siteId)))
                .toList();
        table.deleteAll("data of site " + siteId, keys);
        return keys.size();
    }

    private int deleteObjects(String prefix) {
        try {
            ListObjectsV2Response page = s3.listObjectsV2(
                    request -> request.bucket(bucket).prefix(prefix).maxKeys(STEP));
            List<ObjectIdentifier> keys = page.contents().stream()
                    .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                    .toList();
            if (keys.isEmpty()) {
                return 0;
            }
            DeleteObjectsResponse answer = s3.deleteObjects(request ->
                    request.bucket(bucket).delete(delete -> delete.objects(keys).quiet(true)));
            if (answer.hasErrors() && !answer.errors().isEmpty()) {
                throw new SourceUnavailable(
                        "s3://" + bucket + "/" + answer.errors().getFirst().key(),
                        "was not deleted: " + answer.errors().getFirst().message(),
                        "run the command again");
            }
            return keys.size();
        } catch (SdkException e) {
            throw AwsErrors.of("s3://" + bucket + "/" + prefix, e);
        }
    }
}
