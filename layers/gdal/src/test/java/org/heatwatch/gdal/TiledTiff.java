package org.heatwatch.gdal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Writes TIFFs laid out as Landsat's are, without GDAL: 16-bit pixels in DEFLATE tiles of 256, all directories first,
 * the full-resolution tile table at the very end of the header, then the tiles of each level in reading order.
 *
 * @param overviews how many halved levels follow the full one
 * @param headerLength bytes before the first tile
 * @param left the outer edge of the leftmost pixels, in metres; likewise {@code top}
 */
public record TiledTiff(
        int width,
        int height,
        boolean signed,
        int predictor,
        boolean pixelIsPoint,
        int overviews,
        int headerLength,
        double left,
        double top) {
    public static final int TILE = 256;
    public static final double PIXEL_SIZE = 30;
    public static final int EPSG = 32652;

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int ASCII = 2;

    /** Provides tiles of 256 x 256 pixels, row by row. An array that is returned repeatedly is compressed only once. */
    public interface Tiles {
        short[] at(int level, int column, int row);
    }

    public static TiledTiff small(int width, int height) {
        return new TiledTiff(width, height, false, 2, false, 1, 4096, 300_000, 4_200_000);
    }

    public TiledTiff withSigned(boolean isSigned) {
        return new TiledTiff(width, height, isSigned, predictor, pixelIsPoint, overviews, headerLength, left, top);
    }

    public TiledTiff withPredictor(int number) {
        return new TiledTiff(width, height, signed, number, pixelIsPoint, overviews, headerLength, left, top);
    }

    public TiledTiff withPixelIsPoint(boolean isPoint) {
        return new TiledTiff(width, height, signed, predictor, isPoint, overviews, headerLength, left, top);
    }

    public TiledTiff withHeaderLength(int bytes) {
        return new TiledTiff(width, height, signed, predictor, pixelIsPoint, overviews, bytes, left, top);
    }

    public byte[] write(Tiles tiles) {
        ByteBuffer header = ByteBuffer.allocate(headerLength).order(ByteOrder.LITTLE_ENDIAN);
        header.put("II".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        IdentityHashMap<short[], byte[]> compressed = new IdentityHashMap<>();
        for (int level = 0; level <= overviews; level++) {
            List<Integer> offsets = new ArrayList<>();
            List<Integer> lengths = new ArrayList<>();
            for (int row = 0; row < tilesIn(height, level); row++) {
                for (int column = 0; column < tilesIn(width, level); column++) {
                    byte[] tile = compressed.computeIfAbsent(tiles.at(level, column, row), this::compress);
                    offsets.add(headerLength + data.size());
                    lengths.add(tile.length);
                    data.writeBytes(tile);
                }
            }
            new Directory(header, level == 0).write(level, offsets, lengths);
        }
        byte[] whole = new byte[headerLength + data.size()];
        System.arraycopy(header.array(), 0, whole, 0, headerLength);
        System.arraycopy(data.toByteArray(), 0, whole, headerLength, data.size());
        return whole;
    }

    private static int tilesIn(int pixels, int level) {
        return Math.ceilDiv(pixelsIn(pixels, level), TILE);
    }

    private static int pixelsIn(int pixels, int level) {
        return Math.ceilDiv(pixels, 1 << level);
    }

    private byte[] compress(short[] pixels) {
        ByteBuffer raw = ByteBuffer.allocate(2 * pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < pixels.length; i++) {
            boolean first = predictor == 1 || i % TILE == 0;
            raw.putShort((short) (first ? pixels[i] : pixels[i] - pixels[i - 1]));
        }
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(raw.array());
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /** Writes an image file directory; the tile table of the first is at the end of the header. */
    private final class Directory {
        private final ByteBuffer header;
        private final boolean first;
        private final List<byte[]> entries = new ArrayList<>();
        private int free;
        private int tail;

        Directory(ByteBuffer header, boolean first) {
            this.header = header;
            this.first = first;
        }

        void write(int level, List<Integer> offsets, List<Integer> lengths) {
            int count = first ? 18 : 14;
            int start = header.position();
            free = start + 2 + 12 * count + 4;
            tail = headerLength - 8 * offsets.size();
            entry(254, LONG, List.of(first ? 0 : 1));
            entry(256, SHORT, List.of(pixelsIn(width, level)));
            entry(257, SHORT, List.of(pixelsIn(height, level)));
            entry(258, SHORT, List.of(16));
            entry(259, SHORT, List.of(8));
            entry(262, SHORT, List.of(1));
            entry(277, SHORT, List.of(1));
            entry(284, SHORT, List.of(1));
            entry(317, SHORT, List.of(predictor));
            entry(322, SHORT, List.of(TILE));
            entry(323, SHORT, List.of(TILE));
            entry(324, LONG, offsets);
            entry(325, LONG, lengths);
            entry(339, SHORT, List.of(signed ? 2 : 1));
            if (first) {
                double shift = pixelIsPoint ? PIXEL_SIZE / 2 : 0;
                entry(33550, DOUBLE, List.of(PIXEL_SIZE, PIXEL_SIZE, 0.0));
                entry(33922, DOUBLE, List.of(0.0, 0.0, 0.0, left + shift, top - shift, 0.0));
                entry(
                        34735,
                        SHORT,
                        List.of(1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, pixelIsPoint ? 2 : 1, 3072, 0, 1, EPSG));
                text(42113, signed ? "-9999" : "0");
            }
            header.putShort((short) count);
            entries.forEach(header::put);
            header.putInt(level < overviews ? free : 0);
            header.position(free);
        }

        private void entry(int tag, int type, List<? extends Number> values) {
            int size = type == SHORT ? 2 : type == LONG ? 4 : 8;
            ByteBuffer bytes =
                    ByteBuffer.allocate(Math.max(4, size * values.size())).order(ByteOrder.LITTLE_ENDIAN);
            for (Number value : values) {
                switch (type) {
                    case SHORT -> bytes.putShort(value.shortValue());
                    case LONG -> bytes.putInt(value.intValue());
                    default -> bytes.putDouble(value.doubleValue());
                }
            }
            add(tag, type, values.size(), bytes.array());
        }

        private void text(int tag, String text) {
            byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
            add(tag, ASCII, bytes.length, bytes.length < 4 ? new byte[] {bytes[0], bytes[1], 0, 0} : bytes);
        }

        private void add(int tag, int type, int count, byte[] value) {
            ByteBuffer entry = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
            entry.putShort((short) tag).putShort((short) type).putInt(count);
            if (value.length <= 4) {
                entry.put(value);
            } else if (first && (tag == 324 || tag == 325)) {
                entry.putInt(tail);
                header.put(tail, value);
                tail += value.length;
            } else {
                entry.putInt(free);
                header.put(free, value);
                free += value.length + value.length % 2;
            }
            entries.add(entry.array());
        }
    }
}
