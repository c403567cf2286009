package org.heatwatch.gdal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/**
 * Source of the bytes of a raster file.
 *
 * <p>{@link #head} is called once when a dataset is opened, before GDAL is called; then {@link #fetch} is called as
 * pixels are read. Everything that an implementation throws, including errors, reaches the caller of {@link
 * RasterDataset} as the cause of a {@link GdalException}; after a failure the dataset makes no further calls. Both
 * methods are called on the thread that uses the dataset, which is never a virtual thread.
 */
public interface ByteSource {
    /** Recommended length of a head in bytes; slightly more than the header of a Landsat file. */
    int HEAD_LENGTH = 33_000;

    /** Name for error messages; the part after the last slash is the file name that GDAL sees. */
    String name();

    /** Reads the first bytes, preferably {@link #HEAD_LENGTH} of them, and determines the size of the file. */
    Head head() throws IOException;

    /**
     * Fills the target of each range completely, or throws. The targets are memory of GDAL: they may be written from
     * any thread, but not after this method has returned or thrown.
     *
     * @param ranges ranges within the file, in any order
     */
    void fetch(List<Range> ranges) throws IOException;

    /** A source that reads a file, which is opened for each fetch. */
    static ByteSource of(Path file) {
        return new FileByteSource(file);
    }

    /** A source that reads an array, which must not be changed meanwhile. */
    static ByteSource of(String name, byte[] bytes) {
        return new ArrayByteSource(name, bytes);
    }

    /**
     * The beginning of a source.
     *
     * @param bytes the first bytes, at most {@code size}
     * @param size size of the whole file in bytes
     */
    record Head(MemorySegment bytes, long size) {
        public Head {
            if (bytes.byteSize() > size) {
                throw new IllegalArgumentException(
                        "a head of " + bytes.byteSize() + " bytes exceeds the size of " + size);
            }
        }
    }

    /**
     * A range of bytes to be read.
     *
     * @param offset offset in the source
     * @param target memory that receives the bytes; its size, at least one, is the length of the range
     */
    record Range(long offset, MemorySegment target) {
        public Range {
            if (offset < 0 || target.byteSize() == 0) {
                throw new IllegalArgumentException(target.byteSize() + " bytes at " + offset);
            }
        }

        /** Number of bytes. */
        public long length() {
            return target.byteSize();
        }

        /** The offset after the last byte. */
        public long end() {
            return offset + length();
        }
    }
}
