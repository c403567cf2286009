package org.heatwatch.validation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads 16-bit TIFF in strips or tiles, little-endian, DEFLATE or not compressed: that of the test data. */
final class TiffCounts {
    private final int rows;
    private final int columns;
    private final int[] counts;

    private TiffCounts(int rows, int columns, int[] counts) {
        this.rows = rows;
        this.columns = columns;
        this.counts = counts;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    int[] counts() {
        return counts;
    }

    private static final int SHORT = 3;

    static TiffCounts read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, int[]> tags = new HashMap<>();
        int directory = bytes.getInt(4);
        for (int i = 0; i < bytes.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            tags.put((int) bytes.getShort(entry) & 0xFFFF, values(bytes, entry));
        }
        int columns = required(tags, 256)[0];
        int rows = required(tags, 257)[0];
        int width = tags.getOrDefault(322, new int[] {columns})[0];
        int height = tags.getOrDefault(323, tags.getOrDefault(278, new int[] {rows}))[0];
        int[] offsets = required(tags, tags.containsKey(324) ? 324 : 273);
        int[] lengths = required(tags, tags.containsKey(325) ? 325 : 279);
        boolean isDifferenced = tags.getOrDefault(317, new int[] {1})[0] == 2;
        boolean isDeflated = required(tags, 259)[0] != 1;
        int[] counts = new int[rows * columns];
        int across = Math.ceilDiv(columns, width);
        for (int block = 0; block < offsets.length; block++) {
            ByteBuffer data = isDeflated
                    ? inflated(bytes, offsets[block], lengths[block], 2 * width * height)
                    : bytes.slice(offsets[block], lengths[block]).order(ByteOrder.LITTLE_ENDIAN);
            for (int row = 0; row < Math.min(height, rows - block / across * height); row++) {
                int value = 0;
                for (int column = 0; column < width; column++) {
                    int stored = data.getShort(2 * (row * width + column)) & 0xFFFF;
                    value = isDifferenced ? value + stored & 0xFFFF : stored;
                    int at = block % across * width + column;
                    if (at < columns) {
                        counts[(block / across * height + row) * columns + at] = value;
                    }
                }
            }
        }
        return new TiffCounts(rows, columns, counts);
    }

    private static int[] required(Map<Integer, int[]> tags, int tag) throws IOException {
        int[] values = tags.get(tag);
        if (values == null) {
            throw new IOException("no TIFF tag " + tag);
        }
        return values;
    }

    private static int[] values(ByteBuffer bytes, int entry) {
        boolean isShort = bytes.getShort(entry + 2) == SHORT;
        int count = bytes.getInt(entry + 4);
        int size = isShort ? 2 : 4;
        int at = count * size <= 4 ? entry + 8 : bytes.getInt(entry + 8);
        int[] values = new int[Math.min(count, (bytes.limit() - at) / size)];
        for (int i = 0; i < values.length; i++) {
            values[i] = isShort ? bytes.getShort(at + 2 * i) & 0xFFFF : bytes.getInt(at + 4 * i);
        }
        return values;
    }

    private static ByteBuffer inflated(ByteBuffer bytes, int offset, int length, int size) throws IOException {
        byte[] data = new byte[size];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes.slice(offset, length));
            int filled = 0;
            while (filled < size && !inflater.finished()) {
                filled += inflater.inflate(data, filled, size - filled);
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }
}
