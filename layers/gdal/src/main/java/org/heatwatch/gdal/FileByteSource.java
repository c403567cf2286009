package org.heatwatch.gdal;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** A byte source over a local file. */
record FileByteSource(Path file) implements ByteSource {
    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public Head head() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            MemorySegment bytes = MemorySegment.ofArray(new byte[(int) Math.min(HEAD_LENGTH, size)]);
            fill(channel, 0, bytes);
            return new Head(bytes, size);
        }
    }

    @Override
    public void fetch(List<Range> ranges) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            for (Range range : ranges) {
                fill(channel, range.offset(), range.target());
            }
        }
    }

    private void fill(FileChannel channel, long offset, MemorySegment target) throws IOException {
        ByteBuffer buffer = target.asByteBuffer();
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException(file + " ends before byte " + (offset + buffer.limit()));
            }
        }
    }
}
