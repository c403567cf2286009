package org.heatwatch.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the tags and tiles of a little-endian TIFF, just enough to check what was written. */
final class TiffReader {
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private final ByteBuffer file;
    private final List<Map<Integer, Entry>> directories = new ArrayList<>();

    /** Where a tag's values are. */
    record Entry(int type, int count, int at) {
        int end() {
            return at + SIZES[type] * count;
        }
    }

    TiffReader(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = file.getInt(4); at != 0; ) {
            Map<Integer, Entry> tags = new TreeMap<>();
            int count = file.getShort(at);
            for (int i = 0; i < count; i++) {
                int entry = at + 2 + 12 * i;
                int type = file.getShort(entry + 2);
                int values = file.getInt(entry + 4);
                boolean inside = SIZES[type] * values <= 4;
                tags.put(
                        Short.toUnsignedInt(file.getShort(entry)),
                        new Entry(type, values, inside ? entry + 8 : file.getInt(entry + 8)));
            }
            directories.add(tags);
            at = file.getInt(at + 2 + 12 * count);
        }
    }

    int levels() {
        return directories.size();
    }

    boolean has(int level, int tag) {
        return directories.get(level).containsKey(tag);
    }

    Entry entry(int level, int tag) {
        Entry entry = directories.get(level).get(tag);
        if (entry == null) {
            throw new AssertionError("level " + level + " has no tag " + tag);
        }
        return entry;
    }

    double number(int level, int tag, int index) {
        Entry e = entry(level, tag);
        int at = e.at + index * SIZES[e.type];
        return switch (e.type) {
            case 3 -> Short.toUnsignedInt(file.getShort(at));
            case 4 -> Integer.toUnsignedLong(file.getInt(at));
            case 12 -> file.getDouble(at);
            default -> throw new AssertionError("type " + e.type);
        };
    }

    String text(int level, int tag) {
        Entry e = entry(level, tag);
        byte[] bytes = new byte[e.count - 1];
        file.get(e.at, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    int value(int level, int column, int row) {
        int across = ((int) number(level, 256, 0) + 255) / 256;
        int tile = row / 256 * across + column / 256;
        byte[] raw = new byte[2 * 256 * 256];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(file.array(), (int) number(level, 324, tile), (int) number(level, 325, tile));
            if (inflater.inflate(raw) != raw.length) {
                throw new AssertionError("short tile");
            }
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        }
        ByteBuffer values = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        int start = row % 256 * 256;
        int value = 0;
        boolean differences = number(level, 317, 0) == 2;
        for (int c = differences ? 0 : column % 256; c <= column % 256; c++) {
            value += values.getShort(2 * (start + c));
        }
        return number(level, 339, 0) == 2 ? (short) value : value & 0xFFFF;
    }
}
