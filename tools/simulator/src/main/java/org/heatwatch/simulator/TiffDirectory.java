package org.heatwatch.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An image file directory of a classic little-endian TIFF; tags must be added in ascending order. */
final class TiffDirectory {
    private static final int ENTRY = 12;

    private final List<Tag> tags = new ArrayList<>();

    /** The encoded values of one tag. */
    private record Tag(int number, int type, int count, ByteBuffer bytes) {
        int outside() {
            int length = bytes.capacity();
            return length <= 4 ? 0 : length + length % 2;
        }
    }

    TiffDirectory shorts(int number, int... values) {
        ByteBuffer bytes = buffer(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return add(number, 3, values.length, bytes);
    }

    TiffDirectory longs(int number, long... values) {
        ByteBuffer bytes = buffer(4 * values.length);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return add(number, 4, values.length, bytes);
    }

    TiffDirectory doubles(int number, double... values) {
        ByteBuffer bytes = buffer(8 * values.length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return add(number, 12, values.length, bytes);
    }

    TiffDirectory ascii(int number, String text) {
        byte[] characters = (text + '\0').getBytes(StandardCharsets.US_ASCII);
        return add(number, 2, characters.length, buffer(characters.length).put(characters));
    }

    /** Length of the directory in bytes, without the arrays that do not fit into its entries. */
    int length() {
        return 2 + ENTRY * tags.size() + 4;
    }

    /** Length in bytes of the arrays that do not fit into the entries. */
    int arraysLength() {
        return tags.stream().mapToInt(Tag::outside).sum();
    }

    /**
     * Writes the directory and its arrays.
     *
     * @param at offset of the directory
     * @param arraysAt offset of its arrays
     * @param next offset of the next directory, 0 for none
     * @param last tags whose arrays are written after all others, in this order
     */
    void write(ByteBuffer file, int at, int arraysAt, int next, List<Integer> last) {
        List<Tag> order = new ArrayList<>(
                tags.stream().filter(tag -> !last.contains(tag.number)).toList());
        for (int number : last) {
            tags.stream().filter(tag -> tag.number == number).forEach(order::add);
        }
        file.putShort(at, (short) tags.size());
        int array = arraysAt;
        for (Tag tag : order) {
            int entry = at + 2 + ENTRY * tags.indexOf(tag);
            file.putShort(entry, (short) tag.number);
            file.putShort(entry + 2, (short) tag.type);
            file.putInt(entry + 4, tag.count);
            if (tag.outside() == 0) {
                file.put(entry + 8, tag.bytes, 0, tag.bytes.capacity());
            } else {
                file.putInt(entry + 8, array);
                file.put(array, tag.bytes, 0, tag.bytes.capacity());
                array += tag.outside();
            }
        }
        file.putInt(at + 2 + ENTRY * tags.size(), next);
    }

    private TiffDirectory add(int number, int type, int count, ByteBuffer bytes) {
        tags.add(new Tag(number, type, count, bytes));
        return this;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
