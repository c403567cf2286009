package org.heatwatch.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.heatwatch.intake.ClipStore;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Stores clips in a bucket of the stack. */
public final class S3ClipStore implements ClipStore {
    private static final String GEOTIFF = "image/tiff; application=geotiff";

    private static final Duration LINK_VALIDITY = Duration.ofMinutes(5);

    private final S3Client client;
    private final String bucket;
    private final Optional<S3Presigner> presigner;

    /** A store without {@linkplain #link links}. Does not close the client. */
    public S3ClipStore(S3Client client, String bucket) {
        this(client, bucket, Optional.empty());
    }

    S3ClipStore(S3Client client, String bucket, Optional<S3Presigner> presigner) {
        this.client = client;
        this.bucket = bucket;
        this.presigner = presigner;
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
        return bytes(key, _ -> {});
    }

    @Override
    public Optional<byte[]> start(String key, int length) {
        return bytes(key, request -> request.range("bytes=0-" + (length - 1)));
    }

    private Optional<byte[]> bytes(String key, Consumer<GetObjectRequest.Builder> more) {
        try {
            return Optional.of(client.getObjectAsBytes(request -> {
                        request.bucket(bucket).key(key);
                        more.accept(request);
                    })
                    .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            if (e instanceof AwsServiceException answer && AwsErrors.hidesAbsence(answer)) {
                return Optional.empty();
            }
            throw AwsErrors.of("s3://" + bucket + "/" + key, e);
        }
    }

    /**
     * Fails if clips cannot be listed. {@link #get} cannot show it: if access is denied, it finds no clip.
     *
     * @throws org.heatwatch.errors.AccessDenied if the role may not list clips
     */
    void verifyAccess() {
        try {
            ListObjectsV2Response _ = client.listObjectsV2(
                    request -> request.bucket(bucket).prefix("clips/").maxKeys(1));
        } catch (SdkException e) {
            throw AwsErrors.of("s3://" + bucket, e);
        }
    }

    @Override
    public Optional<URI> link(String key) {
        return presigner.map(signer -> URI.create(signer.presignGetObject(request -> request.signatureDuration(
                                LINK_VALIDITY)
                        .getObjectRequest(object -> object.bucket(bucket).key(key)))
                .url()
                .toExternalForm()));
    }
}
