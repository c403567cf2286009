package org.heatwatch.raster;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Changes values in the first directory of a little-endian classic TIFF file. */
final class TiffTags {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int SAMPLES = 277;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    static final int FORMAT = 339;
    static final int PIXEL_SCALE = 33_550;
    static final int TIE_POINT = 33_922;

    private static final int SHORT_TYPE = 3;
    private static final int LONG_TYPE = 4;
    private static final int DOUBLE_TYPE = 12;
    private static final int ENTRY = 12;

    private final ByteBuffer bytes;

    TiffTags(byte[] file) {
        this.bytes = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] file() {
        return bytes.array();
    }

    /** Position of the entry of a tag; -1 if there is none. */
    private int entry(int tag) {
        int directory = bytes.getInt(4);
        int count = Short.toUnsignedInt(bytes.getShort(directory));
        for (int at = directory + 2; at < directory + 2 + count * ENTRY; at += ENTRY) {
            if (Short.toUnsignedInt(bytes.getShort(at)) == tag) {
                return at;
            }
        }
        return -1;
    }

    boolean has(int tag) {
        return entry(tag) >= 0;
    }

    /** Writes a whole number, as LONG where it does not fit into the type of the tag, or a floating-point number. */
    TiffTags with(int tag, double value) {
        int at = entry(tag);
        int type = Short.toUnsignedInt(bytes.getShort(at + 2));
        int count = bytes.getInt(at + 4);
        if (type == DOUBLE_TYPE) {
            for (int i = 0; i < count; i++) {
                bytes.putDouble(bytes.getInt(at + 8) + i * Double.BYTES, value);
            }
        } else if (count > 1) {
            for (int i = 0; i < count; i++) {
                int target = bytes.getInt(at + 8) + i * (type == LONG_TYPE ? Integer.BYTES : Short.BYTES);
                if (type == LONG_TYPE) {
                    bytes.putInt(target, (int) (long) value);
                } else {
                    bytes.putShort(target, (short) (long) value);
                }
            }
        } else {
            bytes.putShort(at + 2, (short) (value > 65_535 ? LONG_TYPE : SHORT_TYPE));
            bytes.putInt(at + 8, (int) (long) value);
        }
        return this;
    }
}
