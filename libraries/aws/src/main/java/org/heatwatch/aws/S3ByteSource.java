package org.heatwatch.aws;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.RangeGroup;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.RequestPayer;

/**
 * Reads an object in a requester-pays bucket with ranged GET requests only: one for the head, then for each fetch one
 * per group of ranges that are at most 256 kB apart. The groups of a fetch are requested in parallel.
 *
 * <p>All bytes belong to one version of the object: if it is replaced after the head was read, the next fetch fails
 * with status 412. The SDK's exceptions are thrown unchanged, after the client's own retries. Each dataset needs an
 * instance of its own.
 */
public final class S3ByteSource implements ByteSource {
    /**
     * Ranges at most this many bytes apart share a request: transferring the gap takes about as long as a round trip.
     */
    static final long MAX_GAP = 256 * 1024;

    private static final int MAX_PARALLEL_GETS = 16;

    // Platform threads: GDAL waits in a native call meanwhile, during which a virtual thread would pin its carrier.
    private static final ExecutorService PARALLEL_GETS = Executors.newFixedThreadPool(
            MAX_PARALLEL_GETS, Thread.ofPlatform().daemon().name("s3-get-", 0).factory());

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final ReadLimits limits;
    private volatile @Nullable String etag;

    /** Makes no request yet. Does not close the client, whose time limits it has. */
    public S3ByteSource(S3Client client, String bucket, String key) {
        this(client, bucket, key, ReadLimits.OF_CLIENT);
    }

    S3ByteSource(S3Client client, String bucket, String key, ReadLimits limits) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.limits = limits;
    }

    /** The range of a response and the size of the whole object, in bytes. */
    private record ContentRange(long start, long size) {
        private static final Pattern HEADER = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

        static ContentRange parse(String header) throws IOException {
            Matcher matcher = HEADER.matcher(header);
            if (!matcher.matches()) {
                throw new IOException("unreadable Content-Range: " + header);
            }
            return new ContentRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }
    }

    @Override
    public String name() {
        return "s3://" + bucket + "/" + key;
    }

    @Override
    public Head head() throws IOException {
        ResponseBytes<GetObjectResponse> answer = get(0, HEAD_LENGTH);
        byte[] bytes = answer.asByteArrayUnsafe();
        etag = answer.response().eTag();
        String contentRange = answer.response().contentRange();
        // A response without Content-Range is the whole object.
        long size = contentRange == null
                ? bytes.length
                : ContentRange.parse(contentRange).size();
        int length = Math.min(bytes.length, HEAD_LENGTH);
        return new Head(MemorySegment.ofArray(bytes).asSlice(0, length).asReadOnly(), size);
    }

    @Override
    public void fetch(List<Range> ranges) throws IOException {
        List<RangeGroup> groups = RangeGroup.of(ranges, MAX_GAP);
        if (groups.isEmpty()) {
            return;
        }
        List<Future<?>> others = new ArrayList<>();
        for (RangeGroup group : groups.subList(1, groups.size())) {
            others.add(PARALLEL_GETS.submit(() -> {
                fetch(group);
                return null;
            }));
        }
        Throwable failure = null;
        try {
            fetch(groups.getFirst());
        } catch (Throwable e) {
            failure = e;
        }
        failure = waitForAll(others, failure);
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IOException(failure);
        }
    }

    /** Waits even if interrupted, because the other requests write into GDAL's memory. Returns the first failure. */
    private static @Nullable Throwable waitForAll(List<Future<?>> others, @Nullable Throwable failure) {
        @Nullable Throwable first = failure;
        boolean interrupted = false;
        for (Future<?> other : others) {
            boolean done = false;
            while (!done) {
                try {
                    other.get();
                    done = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    done = true;
                    first = first == null ? e.getCause() : first;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return first;
    }

    private void fetch(RangeGroup group) throws IOException {
        ResponseBytes<GetObjectResponse> answer = get(group.offset(), group.length());
        byte[] bytes = answer.asByteArrayUnsafe();
        String contentRange = answer.response().contentRange();
        if (contentRange == null
                || ContentRange.parse(contentRange).start() != group.offset()
                || bytes.length != group.length()) {
            throw new EOFException("%s: requested %d bytes from offset %d, received %d (%s)"
                    .formatted(name(), group.length(), group.offset(), bytes.length, contentRange));
        }
        group.scatter(bytes);
    }

    private ResponseBytes<GetObjectResponse> get(long offset, long length) {
        return client.getObjectAsBytes(GetObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .range("bytes=" + offset + "-" + (offset + length - 1))
                .ifMatch(etag)
                .requestPayer(RequestPayer.REQUESTER)
                .overrideConfiguration(limits.of(length))
                .build());
    }
}
