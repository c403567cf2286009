package org.heatwatch.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.numbers.Finite;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.jspecify.annotations.Nullable;

/**
 * Native samples in their stored form: radiances in W/(m2 sr um) as floats, and the index of each sample on the grid of
 * its scene, which determines its exact position.
 *
 * <p>The packed form is a version byte, the number of samples, and runs of samples that are adjacent across track:
 * index along track, index of the first sample across track, number of samples, values; all big-endian. A sample takes
 * little more than four bytes.
 */
public final class StoredSamples {
    private static final byte FORM = 1;

    private final short[] across;
    private final short[] along;
    private final float[] radiance;

    private StoredSamples(short[] across, short[] along, float[] radiance) {
        this.across = across;
        this.along = along;
        this.radiance = radiance;
    }

    /** Converts samples in counts to radiances. */
    public static StoredSamples of(NativeSamples samples, Scaling scaling) {
        int count = samples.count();
        short[] across = new short[count];
        short[] along = new short[count];
        float[] radiance = new float[count];
        for (int i = 0; i < count; i++) {
            across[i] = narrow(samples.across(i));
            along[i] = narrow(samples.along(i));
            radiance[i] = (float) (scaling.multiplier() * samples.value(i) + scaling.offset());
            if (!Float.isFinite(radiance[i])) {
                throw new IllegalArgumentException("sample %d is not finite: %s".formatted(i, samples.value(i)));
            }
        }
        return new StoredSamples(across, along, radiance);
    }

    /**
     * Reads the packed form.
     *
     * @throws IllegalArgumentException if the bytes are damaged or not in this form
     */
    public static StoredSamples unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        try {
            byte form = bytes.get();
            int count = bytes.getInt();
            if (form != FORM || count < 0 || count > packed.length / Float.BYTES) {
                throw new IllegalArgumentException("not packed samples: form %d, count %d".formatted(form, count));
            }
            short[] across = new short[count];
            short[] along = new short[count];
            float[] radiance = new float[count];
            int filled = 0;
            while (filled < count) {
                short row = bytes.getShort();
                short first = bytes.getShort();
                int length = Short.toUnsignedInt(bytes.getShort());
                if (length == 0 || filled + length > count) {
                    throw new IllegalArgumentException("packed samples with an invalid run of " + length);
                }
                for (int i = 0; i < length; i++, filled++) {
                    along[filled] = row;
                    across[filled] = (short) (first + i);
                    radiance[filled] = (float) Finite.require(bytes.getFloat(), "a packed sample");
                }
            }
            if (bytes.hasRemaining()) {
                throw new IllegalArgumentException(bytes.remaining() + " bytes after the packed samples");
            }
            return new StoredSamples(across, along, radiance);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("truncated packed samples", e);
        }
    }

    /** The packed form; equal samples have equal bytes. */
    public byte[] packed() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + Integer.BYTES + count() * (3 * Short.BYTES + Float.BYTES));
        bytes.put(FORM).putInt(count());
        int start = 0;
        while (start < count()) {
            int end = endOfRun(start);
            bytes.putShort(along[start]).putShort(across[start]).putShort((short) (end - start));
            for (int i = start; i < end; i++) {
                bytes.putFloat(radiance[i]);
            }
            start = end;
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private int endOfRun(int start) {
        int end = start + 1;
        while (end < count() && along[end] == along[start] && across[end] == across[end - 1] + 1) {
            end++;
        }
        return end;
    }

    /** Number of samples. */
    public int count() {
        return radiance.length;
    }

    /** Radiance of a sample in W/(m2 sr um). */
    public float radiance(int index) {
        return radiance[index];
    }

    /** The samples with their positions on the grid, in W/(m2 sr um). */
    public NativeSamples on(SamplingGrid grid, double residual) {
        int[] acrossIndex = new int[count()];
        int[] alongIndex = new int[count()];
        double[] value = new double[count()];
        for (int i = 0; i < count(); i++) {
            acrossIndex[i] = across[i];
            alongIndex[i] = along[i];
            value[i] = radiance[i];
        }
        return NativeSamples.of(grid, residual, acrossIndex, alongIndex, value);
    }

    private static short narrow(int index) {
        if (index != (short) index) {
            throw new IllegalArgumentException("the index %d of a sample does not fit into 16 bits".formatted(index));
        }
        return (short) index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredSamples samples
                && Arrays.equals(across, samples.across)
                && Arrays.equals(along, samples.along)
                && Arrays.equals(radiance, samples.radiance);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(radiance);
    }

    @Override
    public String toString() {
        return count() + " samples";
    }
}
