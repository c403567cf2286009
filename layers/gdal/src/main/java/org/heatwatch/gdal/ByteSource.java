package org.heatwatch.gdal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/**
 * The bytes of one raster file, wherever they are.
 *
 * <p>{@link #head} is called once for each dataset that is opened, before GDAL is involved; then {@link #fetch} as
 * pixels are read. Whatever an implementation throws, errors included, reaches the caller of {@link RasterDataset} as
 * the cause of a {@link GdalException}; after a failure that dataset asks for nothing more. Both methods are called on
 * the thread that uses the dataset, which is never a virtual one.
 */
public interface ByteSource {
    /** How many bytes a head should have: the header of a Landsat file, and a little. */
    int HEAD_LENGTH = 33_000;

    /** What error messages call this source; the part after the last slash is the file name GDAL sees. */
    String name();

    /** Reads the first bytes, preferably {@link #HEAD_LENGTH} of them, and tells how long the whole is. */
    Head head() throws IOException;

    /**
     * Fills the target of each range completely, or throws. The targets are GDAL's own memory: they may be written from
     * any thread, but not after this method has returned or thrown.
     *
     * @param ranges lie within the size and may come in any order
     */
    void fetch(List<Range> ranges) throws IOException;

    /** The bytes of a file, which is opened anew for each fetch. */
    static ByteSource of(Path file) {
        return new FileByteSource(file);
    }

    /** The given bytes, which must not be changed while they are read. */
    static ByteSource of(String name, byte[] bytes) {
        return new ArrayByteSource(name, bytes);
    }

    /**
     * The beginning of a source.
     *
     * @param bytes the first bytes, at most {@code size}
     * @param size the length of the whole in bytes
     */
    record Head(MemorySegment bytes, long size) {
        public Head {
            if (bytes.byteSize() > size) {
                throw new IllegalArgumentException("a head of " + bytes.byteSize() + " bytes in a whole of " + size);
            }
        }
    }

    /**
     * Bytes that are wanted.
     *
     * @param offset where they begin in the source
     * @param target where they are to be put; its size is how many are wanted, at least one
     */
    record Range(long offset, MemorySegment target) {
        public Range {
            if (offset < 0 || target.byteSize() == 0) {
                throw new IllegalArgumentException(target.byteSize() + " bytes at " + offset);
            }
        }

        public long length() {
            return target.byteSize();
        }

        /** The offset after the last byte. */
        public long end() {
            return offset + length();
        }
    }
}
