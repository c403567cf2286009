package org.heatwatch.simulator;

import java.io.ByteArrayOutputStream;

/** Collects the tile data of a file and the offset of each tile; all fill tiles share one offset. */
final class TileStore {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final int start;
    private long fillOffset;
    private long fillLength;

    /** Offsets and lengths of the tiles of one level, in bytes; offsets count from the start of the file. */
    static final class Index {
        final long[] offsets;
        final long[] lengths;

        private Index(int tiles) {
            offsets = new long[tiles];
            lengths = new long[tiles];
        }
    }

    /** Creates a store whose first byte is at offset {@code start} of the file. */
    TileStore(int start) {
        this.start = start;
    }

    byte[] bytes() {
        return data.toByteArray();
    }

    Index store(Pyramid pyramid, Pyramid.Level level, TileCodec codec, CogWriter.Elsewhere elsewhere) {
        Index index = new Index(level.tiles());
        for (int tile = 0; tile < level.tiles(); tile++) {
            if (pyramid.showsWindow(level, tile)) {
                byte[] bytes = codec.encode(pyramid.tile(level, tile));
                index.offsets[tile] = append(bytes);
                index.lengths[tile] = bytes.length;
            } else if (elsewhere == CogWriter.Elsewhere.SHARED_FILL) {
                if (fillLength == 0) {
                    byte[] bytes = codec.encode(pyramid.tile(level, tile));
                    fillOffset = append(bytes);
                    fillLength = bytes.length;
                }
                index.offsets[tile] = fillOffset;
                index.lengths[tile] = fillLength;
            }
        }
        return index;
    }

    private long append(byte[] bytes) {
        long offset = (long) start + data.size();
        data.writeBytes(bytes);
        return offset;
    }
}
