package org.heatwatch.simulator;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Encodes tiles of 16-bit values: optional horizontal predictor, little-endian bytes, DEFLATE. */
record TileCodec(int predictor) {
    TileCodec {
        if (predictor != 1 && predictor != 2) {
            throw new IllegalArgumentException("predictor must be 1 or 2, not " + predictor);
        }
    }

    byte[] encode(int[] values) {
        byte[] raw = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            boolean first = i % Pyramid.TILE == 0;
            int coded = predictor == 2 && !first ? values[i] - values[i - 1] : values[i];
            raw[2 * i] = (byte) coded;
            raw[2 * i + 1] = (byte) (coded >> 8);
        }
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(raw);
            deflater.finish();
            byte[] packed = new byte[raw.length + 1024];
            int length = deflater.deflate(packed);
            return Arrays.copyOf(packed, length);
        }
    }
}
