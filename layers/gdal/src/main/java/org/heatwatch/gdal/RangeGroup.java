package org.heatwatch.gdal;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Ranges so close together that a single request for all of them, gaps included, is cheaper than a request for each.
 *
 * @param offset offset of the first range
 * @param length number of bytes from the offset to the end of the last range
 * @param ranges ranges in the order of their offsets, never empty
 */
public record RangeGroup(long offset, long length, List<ByteSource.Range> ranges) {
    public RangeGroup {
        ranges = List.copyOf(ranges);
    }

    /**
     * Groups ranges. Neighbouring ranges are in the same group exactly if at most {@code maxGap} bytes separate them.
     *
     * @return groups ordered by offset; every given range is in exactly one of them
     */
    public static List<RangeGroup> of(Collection<ByteSource.Range> ranges, long maxGap) {
        List<ByteSource.Range> sorted = ranges.stream()
                .sorted(Comparator.comparingLong(ByteSource.Range::offset))
                .toList();
        List<RangeGroup> groups = new ArrayList<>();
        List<ByteSource.Range> current = new ArrayList<>();
        long end = 0;
        for (ByteSource.Range range : sorted) {
            if (!current.isEmpty() && range.offset() - end > maxGap) {
                groups.add(upTo(end, current));
                current.clear();
            }
            end = current.isEmpty() ? range.end() : Math.max(end, range.end());
            current.add(range);
        }
        if (!current.isEmpty()) {
            groups.add(upTo(end, current));
        }
        return List.copyOf(groups);
    }

    private static RangeGroup upTo(long end, List<ByteSource.Range> ranges) {
        long offset = ranges.getFirst().offset();
        return new RangeGroup(offset, end - offset, ranges);
    }

    /** Copies the response to a request for this group into the targets of its ranges. */
    public void scatter(byte[] bytes) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(bytes.length + " bytes for a group of " + length);
        }
        MemorySegment response = MemorySegment.ofArray(bytes);
        for (ByteSource.Range range : ranges) {
            range.target().copyFrom(response.asSlice(range.offset() - offset, range.length()));
        }
    }
}
