package org.heatwatch.gdal;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A byte source that is open in GDAL: buffers its bytes and stores its first failure for the caller. Used by one thread
 * at a time.
 */
final class OpenSource {
    /** Minimum number of bytes to fetch outside the head, because GDAL reads headers in small steps. */
    private static final int PAGE_LENGTH = 32_768;

    /** Number of bytes that GDAL reads to identify the format of a file. */
    private static final int PEEK_LENGTH = 1024;

    private final ByteSource source;
    private final String path;
    private final MemorySegment head;
    private final long size;
    private MemorySegment page = MemorySegment.ofArray(new byte[0]);
    private long pageOffset;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable EOFException readPastEnd;

    private OpenSource(ByteSource source, String path, ByteSource.Head head) {
        this.source = source;
        this.path = path;
        this.head = head.bytes();
        this.size = head.size();
    }

    /** Opens a source. Reads its head first, so that GDAL is never called for a source that cannot be read. */
    static OpenSource of(ByteSource source, String path) throws IOException {
        return new OpenSource(source, path, source.head());
    }

    String name() {
        return source.name();
    }

    /** The path of the source in GDAL. */
    String path() {
        return path;
    }

    long size() {
        return size;
    }

    /** The first exception of the source, after which the source is not called again. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Why an operation failed: an exception of the source, or a read past its end; null if GDAL itself failed. */
    @Nullable
    Throwable reason() {
        return failure != null ? failure : readPastEnd;
    }

    /** Resets reads past the end, which an earlier operation may have survived. */
    void startOperation() {
        readPastEnd = null;
    }

    synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    /**
     * Copies bytes from a position, fewer if the source ends.
     *
     * @return number of bytes copied
     */
    int read(long position, MemorySegment target) throws IOException {
        long length = Math.clamp(size - position, 0, target.byteSize());
        boolean isPeek = position == 0 && target.byteSize() <= PEEK_LENGTH;
        if (length < target.byteSize() && !isPeek && readPastEnd == null) {
            // Not a failure yet, because GDAL may request more than it needs. If GDAL fails, this is the reason.
            readPastEnd = endsTooEarly(position, target.byteSize());
        }
        if (length > 0) {
            readAll(position, target.asSlice(0, length));
        }
        return Math.toIntExact(length);
    }

    private void readAll(long position, MemorySegment target) throws IOException {
        if (isInHead(position, target.byteSize())) {
            target.copyFrom(head.asSlice(position, target.byteSize()));
        } else if (target.byteSize() >= PAGE_LENGTH) {
            source.fetch(List.of(new ByteSource.Range(position, target)));
        } else {
            if (position < pageOffset || position + target.byteSize() > pageOffset + page.byteSize()) {
                loadPage(position);
            }
            target.copyFrom(page.asSlice(position - pageOffset, target.byteSize()));
        }
    }

    private void loadPage(long position) throws IOException {
        MemorySegment next = MemorySegment.ofArray(new byte[(int) Math.min(PAGE_LENGTH, size - position)]);
        source.fetch(List.of(new ByteSource.Range(position, next)));
        page = next;
        pageOffset = position;
    }

    /** Fills ranges from the head where possible, and all others with one fetch. */
    void readAll(List<ByteSource.Range> ranges) throws IOException {
        List<ByteSource.Range> outside = new ArrayList<>();
        for (ByteSource.Range range : ranges) {
            if (range.end() > size) {
                throw endsTooEarly(range.offset(), range.length());
            }
            if (isInHead(range.offset(), range.length())) {
                range.target().copyFrom(head.asSlice(range.offset(), range.length()));
            } else {
                outside.add(range);
            }
        }
        if (!outside.isEmpty()) {
            source.fetch(List.copyOf(outside));
        }
    }

    private boolean isInHead(long position, long length) {
        return position + length <= head.byteSize();
    }

    private EOFException endsTooEarly(long position, long length) {
        return new EOFException(
                "truncated: bytes %d to %d requested, but the size is %d".formatted(position, position + length, size));
    }
}
