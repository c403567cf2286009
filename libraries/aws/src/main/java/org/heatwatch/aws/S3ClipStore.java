package org.heatwatch.aws;

import java.util.Optional;
import org.heatwatch.intake.ClipStore;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Stores clips in a bucket of the stack. */
public final class S3ClipStore implements ClipStore {
    private static final String GEOTIFF = "image/tiff; application=geotiff";

    private final S3Client client;
    private final String bucket;

    /** Does not close the client. */
    public S3ClipStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, byte[] bytes) {
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key).contentType(GEOTIFF), RequestBody.fromBytes(bytes));
        } catch (SdkException e) {
            throw AwsErrors.of("s3://" + bucket + "/" + key, e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw AwsErrors.of("s3://" + bucket + "/" + key, e);
        }
    }
}
