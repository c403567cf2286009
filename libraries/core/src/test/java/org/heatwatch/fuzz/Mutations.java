package org.heatwatch.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes of an input, without knowledge of the code; the same for the same seed. */
public final class Mutations {
    private static final byte[][] TOKENS = {
        {0},
        {-1},
        {0x1b, '[', '2', 'J'},
        {'"'},
        {'{'},
        {'['},
        {'\r', '\n'},
        {'1', 'E', '9', '9', '9'},
        {'-'},
        {'N', 'a', 'N'},
        {-17, -69, -65},
        {-19, -96, -128}
    };

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    /** An input with one to eight changes. */
    public byte[] of(List<byte[]> seeds) {
        byte[] data = seeds.get(random.nextInt(seeds.size())).clone();
        for (int i = random.nextInt(8); i >= 0 && data.length > 0; i--) {
            data = changed(data, seeds.get(random.nextInt(seeds.size())));
        }
        return data;
    }

    private byte[] changed(byte[] data, byte[] other) {
        int at = random.nextInt(data.length);
        int end = Math.min(data.length, at + 1 + random.nextInt(Math.min(64, data.length)));
        return switch (random.nextInt(6)) {
            case 0 -> flipped(data, at);
            case 1 -> joined(data, at, TOKENS[random.nextInt(TOKENS.length)], at);
            case 2 -> joined(data, at, new byte[0], end);
            case 3 -> joined(data, at, Arrays.copyOfRange(data, at, end), at);
            case 4 -> Arrays.copyOf(data, at);
            default -> {
                int from = random.nextInt(other.length);
                yield joined(data, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + 40)), end);
            }
        };
    }

    private byte[] flipped(byte[] data, int at) {
        data[at] ^= (byte) (1 << random.nextInt(8));
        return data;
    }

    /** The bytes up to an index, others, and the bytes from another index. */
    private static byte[] joined(byte[] data, int to, byte[] middle, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(data, 0, to);
        out.writeBytes(middle);
        out.write(data, from, data.length - from);
        return out.toByteArray();
    }
}
