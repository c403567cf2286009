package org.heatwatch.raster;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heatwatch.gdal.ByteSource;

/**
 * Layout of the first image of a TIFF file, read without GDAL, so that it can be refused before memory is reserved for
 * its pixels. Sources: TIFF Revision 6.0, Adobe 1992, and the BigTIFF extension of libtiff.
 *
 * @param width columns in pixels
 * @param height rows in pixels
 * @param samples values in each pixel
 * @param bits size of the first value of a pixel
 * @param format 1 for unsigned and 2 for signed whole numbers, 3 for floating point
 * @param compression code of the compression
 * @param blockWidth columns of a tile, or the width of the image
 * @param blockHeight rows of a tile or strip
 */
record TiffHeader(
        long width,
        long height,
        long samples,
        long bits,
        long format,
        long compression,
        long blockWidth,
        long blockHeight) {
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4d4d;
    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int FILE_HEADER = 16;

    /** More entries than any image of Landsat has, which are about 20. */
    private static final int MOST_ENTRIES = 1000;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int SAMPLES = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int FORMAT = 339;

    private static final int BYTE_TYPE = 1;
    private static final int SHORT_TYPE = 3;
    private static final int LONG_TYPE = 4;
    private static final int LONG8_TYPE = 16;

    /** Size of the parts of the classic form and of BigTIFF in bytes. */
    private record Form(ByteOrder order, boolean isBig) {
        int countLength() {
            return isBig ? 8 : 2;
        }

        int entryLength() {
            return isBig ? 20 : 12;
        }

        long offset(ByteBuffer bytes, int at) {
            return isBig ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
        }
    }

    /** The file does not begin as a TIFF file does. */
    static final class NotTiff extends IOException {
        NotTiff(String problem) {
            super(problem);
        }
    }

    /**
     * Reads the layout: from the head of the source, and with one more request if it is elsewhere in the file.
     *
     * @throws NotTiff if the file is no TIFF file
     * @throws EOFException if the file ends before its layout
     * @throws IOException if the source fails
     */
    static TiffHeader read(ByteSource source) throws IOException {
        ByteSource.Head head = source.head();
        ByteBuffer start = bytes(source, head, 0, FILE_HEADER).order(ByteOrder.BIG_ENDIAN);
        Form form = form(start);
        start.order(form.order());
        long directory = form.offset(start, form.isBig() ? 8 : 4);
        ByteBuffer count = bytes(source, head, directory, form.countLength()).order(form.order());
        long entries = form.isBig() ? count.getLong(0) : Short.toUnsignedLong(count.getShort(0));
        if (entries < 1 || entries > MOST_ENTRIES) {
            throw new NotTiff("its directory has %d entries".formatted(entries));
        }
        int length = Math.toIntExact(entries * form.entryLength());
        return of(bytes(source, head, directory + form.countLength(), length).order(form.order()), form);
    }

    private static Form form(ByteBuffer start) throws NotTiff {
        int order = Short.toUnsignedInt(start.getShort(0));
        if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) {
            throw new NotTiff("it does not begin as a TIFF file does");
        }
        ByteOrder byteOrder = order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int version = Short.toUnsignedInt(start.order(byteOrder).getShort(2));
        if (version != CLASSIC && version != BIG) {
            throw new NotTiff("it has TIFF version " + version);
        }
        return new Form(byteOrder, version == BIG);
    }

    private static TiffHeader of(ByteBuffer directory, Form form) {
        Map<Integer, Long> values = new HashMap<>();
        for (int at = 0; at < directory.capacity(); at += form.entryLength()) {
            values.putIfAbsent(Short.toUnsignedInt(directory.getShort(at)), firstValue(directory, at, form));
        }
        long width = values.getOrDefault(WIDTH, 0L);
        long height = values.getOrDefault(HEIGHT, 0L);
        return new TiffHeader(
                width,
                height,
                values.getOrDefault(SAMPLES, 1L),
                values.getOrDefault(BITS, 1L),
                values.getOrDefault(FORMAT, 1L),
                values.getOrDefault(COMPRESSION, 1L),
                values.getOrDefault(TILE_WIDTH, width),
                values.getOrDefault(TILE_HEIGHT, Math.min(height, values.getOrDefault(ROWS_PER_STRIP, height))));
    }

    /** The first value of an entry that holds its values itself; -1 for others, which no image of Landsat needs. */
    private static long firstValue(ByteBuffer directory, int at, Form form) {
        int type = Short.toUnsignedInt(directory.getShort(at + 2));
        int value = at + (form.isBig() ? 12 : 8);
        long count = form.offset(directory, at + 4);
        int room = form.isBig() ? 8 : 4;
        return switch (type) {
            case BYTE_TYPE -> count <= room ? Byte.toUnsignedLong(directory.get(value)) : -1;
            case SHORT_TYPE -> count <= room / 2 ? Short.toUnsignedLong(directory.getShort(value)) : -1;
            case LONG_TYPE -> count <= room / 4 ? Integer.toUnsignedLong(directory.getInt(value)) : -1;
            case LONG8_TYPE -> form.isBig() && count == 1 ? directory.getLong(value) : -1;
            default -> -1;
        };
    }

    private static ByteBuffer bytes(ByteSource source, ByteSource.Head head, long offset, int length)
            throws IOException {
        if (offset < 0 || offset > head.size() - length) {
            throw new EOFException("the layout of the image is outside of the file");
        }
        MemorySegment target = MemorySegment.ofArray(new byte[length]);
        if (offset + length <= head.bytes().byteSize()) {
            target.copyFrom(head.bytes().asSlice(offset, length));
        } else {
            source.fetch(List.of(new ByteSource.Range(offset, target)));
        }
        return target.asByteBuffer();
    }
}
