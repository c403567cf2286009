package org.heatwatch.raster;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.StoredBlock;
import org.jspecify.annotations.Nullable;

/**
 * A byte source that keeps the bytes of the last read, so that the checksums of its DEFLATE blocks can be verified
 * without a second request. A block ends with the Adler-32 checksum of its decompressed bytes (RFC 1950), which libtiff
 * does not compare: it stops as soon as it has all pixels.
 */
final class CheckedSource implements ByteSource {
    private static final int BUFFER = 65_536;

    private final ByteSource source;
    private final NavigableMap<Long, byte[]> kept = new TreeMap<>();
    private byte[] head = {};
    private @Nullable Head answer;

    CheckedSource(ByteSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return source.name();
    }

    /** Asks the source once: the header is checked before GDAL opens the file. */
    @Override
    public Head head() throws IOException {
        Head known = answer;
        if (known == null) {
            known = source.head();
            head = known.bytes().toArray(ValueLayout.JAVA_BYTE);
            answer = known;
        }
        return known;
    }

    @Override
    public void fetch(List<Range> ranges) throws IOException {
        source.fetch(ranges);
        synchronized (kept) {
            for (Range range : ranges) {
                kept.put(range.offset(), range.target().toArray(ValueLayout.JAVA_BYTE));
            }
        }
    }

    /** Forgets the bytes of earlier reads. */
    void forget() {
        synchronized (kept) {
            kept.clear();
        }
    }

    /**
     * Whether a DEFLATE block is complete and its checksum is right.
     *
     * @param largest size in bytes that it has at most when decompressed
     * @throws IOException if the block has to be read again and the source fails
     */
    boolean isIntact(StoredBlock block, long largest) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes(block));
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (inflater.getBytesWritten() > largest) {
                    return false;
                }
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return false;
                }
            }
            return true;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private byte[] bytes(StoredBlock block) throws IOException {
        long end = block.offset() + block.length();
        byte[] bytes = new byte[block.length()];
        if (end <= head.length) {
            System.arraycopy(head, Math.toIntExact(block.offset()), bytes, 0, bytes.length);
            return bytes;
        }
        synchronized (kept) {
            var before = kept.floorEntry(block.offset());
            if (before != null && end <= before.getKey() + before.getValue().length) {
                int from = Math.toIntExact(block.offset() - before.getKey());
                System.arraycopy(before.getValue(), from, bytes, 0, bytes.length);
                return bytes;
            }
        }
        source.fetch(List.of(new Range(block.offset(), MemorySegment.ofArray(bytes))));
        return bytes;
    }
}
