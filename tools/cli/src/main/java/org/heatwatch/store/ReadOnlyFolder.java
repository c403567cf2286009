package org.heatwatch.store;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Serves one folder under the name of a bucket. Rejects all changes. */
final class ReadOnlyFolder extends ForwardingBlobStore {
    private static final int NOT_FOUND = 404;

    private final String bucket;
    private final String folder;
    private final Path root;

    /** @param root the folder, in which {@code blobs} serves its parent */
    ReadOnlyFolder(BlobStore blobs, String bucket, String folder, Path root) {
        super(blobs);
        this.bucket = bucket;
        this.folder = folder;
        this.root = root;
    }

    /** A pipe or device would never end. */
    private void requireFile(String key) {
        Path file = root.resolve(key);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw NoSuchKeyException.builder()
                    .statusCode(NOT_FOUND)
                    .message(key + " is no file")
                    .build();
        }
    }

    /** Maps the bucket to its folder; adjacent folders are not accessible. */
    private String folder(String requested) {
        return requested.equals(bucket) ? folder : "no-such-bucket";
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        return delegate()
                .headBucket(request.toBuilder().bucket(folder(request.bucket())).build());
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        return delegate()
                .list(request.toBuilder().bucket(folder(request.bucket())).build());
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        requireFile(request.key());
        return delegate()
                .getBlob(request.toBuilder().bucket(folder(request.bucket())).build());
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        requireFile(request.key());
        return delegate()
                .blobMetadata(
                        request.toBuilder().bucket(folder(request.bucket())).build());
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream bytes) {
        throw new UnsupportedOperationException("the archive is read-only");
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        throw new UnsupportedOperationException("the archive is read-only");
    }
}
