package org.heatwatch.gdal;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A byte source while a dataset reads from it: what GDAL sees of it, and where its first failure waits for the caller.
 * Used by one thread at a time.
 */
final class OpenSource {
    /** Least that is fetched when GDAL wants a few bytes outside the head: it goes through headers in small steps. */
    private static final int PAGE_LENGTH = 32_768;

    /** GDAL looks at so many bytes of anything to see what it is. */
    private static final int PEEK_LENGTH = 1024;

    private final ByteSource source;
    private final String path;
    private final MemorySegment head;
    private final long size;
    private MemorySegment page = MemorySegment.ofArray(new byte[0]);
    private long pageOffset;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable EOFException tooShort;

    /** Takes the head, so that a source that cannot be had never reaches GDAL. */
    OpenSource(ByteSource source, String path) throws IOException {
        this.source = source;
        this.path = path;
        ByteSource.Head beginning = source.head();
        this.head = beginning.bytes();
        this.size = beginning.size();
    }

    String name() {
        return source.name();
    }

    /** The path under which GDAL knows it. */
    String path() {
        return path;
    }

    long size() {
        return size;
    }

    /** What the source threw first; then it is not asked again. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Why an operation failed, if the reason is on this side: the failure, or that bytes were wanted past the end. */
    @Nullable
    Throwable reason() {
        return failure != null ? failure : tooShort;
    }

    /** Forgets what was too short for an earlier operation, which may have succeeded all the same. */
    void startOperation() {
        tooShort = null;
    }

    synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    /**
     * Copies bytes from a position on, fewer where the source ends.
     *
     * @return how many
     */
    int read(long position, MemorySegment target) throws IOException {
        long length = Math.clamp(size - position, 0, target.byteSize());
        boolean isPeek = position == 0 && target.byteSize() <= PEEK_LENGTH;
        if (length < target.byteSize() && !isPeek && tooShort == null) {
            // No failure yet: GDAL may ask for more than it needs. If it complains, this is why.
            tooShort = endsTooEarly(position, target.byteSize());
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
                turnPageTo(position);
            }
            target.copyFrom(page.asSlice(position - pageOffset, target.byteSize()));
        }
    }

    private void turnPageTo(long position) throws IOException {
        MemorySegment next = MemorySegment.ofArray(new byte[(int) Math.min(PAGE_LENGTH, size - position)]);
        source.fetch(List.of(new ByteSource.Range(position, next)));
        page = next;
        pageOffset = position;
    }

    /** Fills all ranges: from the head what is in it, the rest by one fetch. */
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
                "truncated: bytes %d to %d are wanted of %d".formatted(position, position + length, size));
    }
}
