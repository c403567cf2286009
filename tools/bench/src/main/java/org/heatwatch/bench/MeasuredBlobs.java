package org.heatwatch.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Delays each request to a store, as the way to a distant Region does, and counts requests and bytes. */
final class MeasuredBlobs extends ForwardingBlobStore {
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile int delayMilliseconds;

    MeasuredBlobs(BlobStore blobs) {
        super(blobs);
    }

    /** @param bytes of the objects and parts of objects that were sent */
    record Counts(int requests, long bytes) {}

    void delay(int milliseconds) {
        delayMilliseconds = milliseconds;
    }

    /** What was counted since the last call. */
    Counts counts() {
        return new Counts(requests.getAndSet(0), bytes.getAndSet(0));
    }

    private void request() {
        requests.incrementAndGet();
        try {
            Thread.sleep(delayMilliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        request();
        ResponseInputStream<GetObjectResponse> answer = delegate().getBlob(request);
        Long length = answer.response().contentLength();
        bytes.addAndGet(length == null ? 0 : length);
        return answer;
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        request();
        return delegate().blobMetadata(request);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        request();
        return delegate().list(request);
    }
}
