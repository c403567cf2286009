package org.heatwatch.store;

import java.io.InputStream;
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
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Serves one folder under the name of a bucket. Rejects all changes. */
final class ReadOnlyFolder extends ForwardingBlobStore {
    private final String bucket;
    private final String folder;

    ReadOnlyFolder(BlobStore blobs, String bucket, String folder) {
        super(blobs);
        this.bucket = bucket;
        this.folder = folder;
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
        return delegate()
                .getBlob(request.toBuilder().bucket(folder(request.bucket())).build());
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
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
