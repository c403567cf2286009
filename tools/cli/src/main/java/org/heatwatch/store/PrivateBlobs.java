package org.heatwatch.store;

import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * A store without public buckets and objects. S3Proxy derives access from the permissions of folders and files, and
 * answers anonymous requests for those that every user of the machine can read.
 */
final class PrivateBlobs extends ForwardingBlobStore {
    PrivateBlobs(BlobStore blobs) {
        super(blobs);
    }

    @Override
    public BucketCannedACL getContainerAccess(String bucket) {
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        return ObjectCannedACL.PRIVATE;
    }
}
