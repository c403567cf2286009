package org.heatwatch.gdal;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** A byte source over an array. */
final class ArrayByteSource implements ByteSource {
    private final String name;
    private final MemorySegment bytes;

    ArrayByteSource(String name, byte[] bytes) {
        this.name = name;
        this.bytes = MemorySegment.ofArray(bytes).asReadOnly();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Head head() {
        return new Head(bytes.asSlice(0, Math.min(HEAD_LENGTH, bytes.byteSize())), bytes.byteSize());
    }

    @Override
    public void fetch(List<Range> ranges) {
        for (Range range : ranges) {
            range.target().copyFrom(bytes.asSlice(range.offset(), range.length()));
        }
    }
}
