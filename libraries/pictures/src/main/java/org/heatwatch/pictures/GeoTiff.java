package org.heatwatch.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;

/**
 * Encodes rasters as GeoTIFF: floating-point bands one after the other in strips compressed with DEFLATE, north up in a
 * UTM zone, NaN where a pixel is unknown. The layout is that of TIFF 6.0 and OGC 19-008r4 (GeoTIFF 1.1).
 *
 * <p>The functions that answer requests have no GDAL, and the writer of the JDK cannot mark a second band as other than
 * transparency.
 */
final class GeoTiff {
    private static final int HEADER = 8;
    static final short MAGIC = 42;
    private static final int ROWS_PER_STRIP = 64;
    private static final int ENTRY = 12;
    private static final int INLINE = 4;
    private static final int ADOBE_DEFLATE = 8;
    private static final int BLACK_IS_ZERO = 1;
    private static final int PLANAR = 2;
    private static final int UNSPECIFIED = 0;
    private static final int IEEE_FLOAT = 3;
    /** Version 1.1.0, and four keys: a projected system, whose pixels are areas, its EPSG code, metres. */
    private static final int[] KEYS_BEFORE_CODE = {1, 1, 0, 4, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1};

    private static final int[] KEYS_AFTER_CODE = {3076, 0, 1, 9001};

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final TreeMap<Integer, Field> fields = new TreeMap<>();

    private enum Type {
        ASCII(2, 1),
        SHORT(3, Short.BYTES),
        LONG(4, Integer.BYTES),
        DOUBLE(12, Double.BYTES);

        private final int code;
        private final int bytes;

        Type(int code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Field(Type type, int count, byte[] values) {}

    private GeoTiff() {}

    /** Encodes a raster. */
    static byte[] encode(FloatRaster raster) {
        GeoTiff tiff = new GeoTiff();
        // The address of the directory, which is known at the end.
        tiff.file.writeBytes(new byte[HEADER]);
        tiff.pixels(raster);
        tiff.position(raster);
        tiff.texts(raster);
        return tiff.finished();
    }

    private void pixels(FloatRaster raster) {
        int bands = raster.bands().size();
        int strips = (raster.rows() + ROWS_PER_STRIP - 1) / ROWS_PER_STRIP;
        int[] offsets = new int[bands * strips];
        int[] lengths = new int[bands * strips];
        for (int band = 0; band < bands; band++) {
            for (int strip = 0; strip < strips; strip++) {
                byte[] bytes = deflated(strip(raster, band, strip));
                offsets[band * strips + strip] = file.size();
                lengths[band * strips + strip] = bytes.length;
                file.writeBytes(bytes);
            }
        }
        longs(256, raster.columns());
        longs(257, raster.rows());
        shorts(258, all(bands, Float.SIZE));
        shorts(259, ADOBE_DEFLATE);
        shorts(262, BLACK_IS_ZERO);
        longs(273, offsets);
        shorts(277, bands);
        longs(278, ROWS_PER_STRIP);
        longs(279, lengths);
        shorts(284, PLANAR);
        if (bands > 1) {
            shorts(338, all(bands - 1, UNSPECIFIED));
        }
        shorts(339, all(bands, IEEE_FLOAT));
    }

    private static byte[] strip(FloatRaster raster, int band, int strip) {
        int first = strip * ROWS_PER_STRIP;
        int rows = Math.min(ROWS_PER_STRIP, raster.rows() - first);
        byte[] bytes = new byte[rows * raster.columns() * Float.BYTES];
        littleEndian(bytes)
                .asFloatBuffer()
                .put(raster.bands().get(band).values(), first * raster.columns(), rows * raster.columns());
        return bytes;
    }

    private static byte[] deflated(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private void position(FloatRaster raster) {
        doubles(33550, raster.pixelMetres(), raster.pixelMetres(), 0);
        doubles(33922, 0, 0, 0, raster.west(), raster.north(), 0);
        List<Integer> keys = new ArrayList<>();
        for (int key : KEYS_BEFORE_CODE) {
            keys.add(key);
        }
        keys.add(raster.epsg());
        for (int key : KEYS_AFTER_CODE) {
            keys.add(key);
        }
        shorts(34735, keys.stream().mapToInt(Integer::intValue).toArray());
    }

    private void texts(FloatRaster raster) {
        ascii(270, raster.description());
        ascii(305, "Heat Watch");
        ascii(42112, GdalMetadata.of(raster));
        ascii(42113, "nan");
    }

    private static int[] all(int count, int value) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void shorts(int tag, int... values) {
        byte[] bytes = new byte[values.length * Type.SHORT.bytes];
        ByteBuffer buffer = littleEndian(bytes);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        fields.put(tag, new Field(Type.SHORT, values.length, bytes));
    }

    private void longs(int tag, int... values) {
        byte[] bytes = new byte[values.length * Type.LONG.bytes];
        littleEndian(bytes).asIntBuffer().put(values);
        fields.put(tag, new Field(Type.LONG, values.length, bytes));
    }

    private void doubles(int tag, double... values) {
        byte[] bytes = new byte[values.length * Type.DOUBLE.bytes];
        littleEndian(bytes).asDoubleBuffer().put(values);
        fields.put(tag, new Field(Type.DOUBLE, values.length, bytes));
    }

    private void ascii(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        fields.put(tag, new Field(Type.ASCII, bytes.length, bytes));
    }

    private byte[] finished() {
        byte[] directory = new byte[Short.BYTES + fields.size() * ENTRY + Integer.BYTES];
        ByteBuffer entries = littleEndian(directory).putShort((short) fields.size());
        fields.forEach((tag, field) -> {
            entries.putShort((short) (int) tag)
                    .putShort((short) field.type().code)
                    .putInt(field.count());
            if (field.values().length <= INLINE) {
                entries.put(field.values()).put(new byte[INLINE - field.values().length]);
            } else {
                align();
                entries.putInt(file.size());
                file.writeBytes(field.values());
            }
        });
        align();
        int address = file.size();
        file.writeBytes(directory);
        byte[] bytes = file.toByteArray();
        littleEndian(bytes).put((byte) 'I').put((byte) 'I').putShort(MAGIC).putInt(address);
        return bytes;
    }

    /** Values begin at even addresses. */
    private void align() {
        if (file.size() % 2 == 1) {
            file.write(0);
        }
    }
}
