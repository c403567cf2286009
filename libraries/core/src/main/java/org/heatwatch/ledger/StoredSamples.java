package org.heatwatch.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
 * little more than four bytes. If there are flagged samples, the version is 2, and their number and runs follow.
 */
public final class StoredSamples {
    private static final byte FORM = 1;
    private static final byte FORM_WITH_FLAGGED = 2;

    private final int clear;
    private final short[] across;
    private final short[] along;
    private final float[] radiance;

    /** Computed when it is needed first; 0 before. The hash is part of many keys. */
    private int hash;

    /** Clear samples and, after them, flagged ones. */
    private StoredSamples(int clear, short[] across, short[] along, float[] radiance) {
        this.clear = clear;
        this.across = across;
        this.along = along;
        this.radiance = radiance;
    }

    /** Converts samples in counts to radiances. */
    public static StoredSamples of(NativeSamples samples, Scaling scaling) {
        return of(samples, none(samples), scaling);
    }

    private static NativeSamples none(NativeSamples samples) {
        return NativeSamples.of(samples.grid(), samples.residual(), new int[0], new int[0], new double[0]);
    }

    /**
     * Converts samples in counts to radiances.
     *
     * @param clear samples that clear pixels determine
     * @param flagged samples under small patches that the product's mask flags
     */
    public static StoredSamples of(NativeSamples clear, NativeSamples flagged, Scaling scaling) {
        int count = clear.count() + flagged.count();
        short[] across = new short[count];
        short[] along = new short[count];
        float[] radiance = new float[count];
        for (int i = 0; i < count; i++) {
            NativeSamples samples = i < clear.count() ? clear : flagged;
            int of = i < clear.count() ? i : i - clear.count();
            across[i] = narrow(samples.across(of));
            along[i] = narrow(samples.along(of));
            radiance[i] = (float) (scaling.multiplier() * samples.value(of) + scaling.offset());
            if (!Float.isFinite(radiance[i])) {
                throw new IllegalArgumentException("sample %d is not finite: %s".formatted(i, samples.value(of)));
            }
        }
        return new StoredSamples(clear.count(), across, along, radiance);
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
            if (form != FORM && form != FORM_WITH_FLAGGED) {
                throw new IllegalArgumentException("not packed samples: form " + form);
            }
            StoredSamples clear = unpackRuns(bytes);
            StoredSamples flagged = form == FORM ? clear.only(_ -> false) : unpackRuns(bytes);
            if (bytes.hasRemaining()) {
                throw new IllegalArgumentException(bytes.remaining() + " bytes after the packed samples");
            }
            return clear.followedBy(flagged);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("truncated packed samples", e);
        }
    }

    private static StoredSamples unpackRuns(ByteBuffer bytes) {
        int count = bytes.getInt();
        if (count < 0 || count > bytes.remaining() / Float.BYTES) {
            throw new IllegalArgumentException("packed samples with an invalid count of " + count);
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
        return new StoredSamples(count, across, along, radiance);
    }

    /** These samples as the clear ones, and the clear ones of others as flagged. */
    private StoredSamples followedBy(StoredSamples flagged) {
        short[] bothAcross = Arrays.copyOf(across, count() + flagged.count());
        short[] bothAlong = Arrays.copyOf(along, bothAcross.length);
        float[] bothRadiance = Arrays.copyOf(radiance, bothAcross.length);
        System.arraycopy(flagged.across, 0, bothAcross, count(), flagged.count());
        System.arraycopy(flagged.along, 0, bothAlong, count(), flagged.count());
        System.arraycopy(flagged.radiance, 0, bothRadiance, count(), flagged.count());
        return new StoredSamples(count(), bothAcross, bothAlong, bothRadiance);
    }

    /** The packed form; equal samples have equal bytes. */
    public byte[] packed() {
        ByteBuffer bytes =
                ByteBuffer.allocate(1 + 2 * Integer.BYTES + radiance.length * (3 * Short.BYTES + Float.BYTES));
        bytes.put(flaggedCount() == 0 ? FORM : FORM_WITH_FLAGGED);
        packRuns(bytes, 0, clear);
        if (flaggedCount() > 0) {
            packRuns(bytes, clear, radiance.length);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private void packRuns(ByteBuffer bytes, int from, int to) {
        bytes.putInt(to - from);
        int start = from;
        while (start < to) {
            int end = endOfRun(start, to);
            bytes.putShort(along[start]).putShort(across[start]).putShort((short) (end - start));
            for (int i = start; i < end; i++) {
                bytes.putFloat(radiance[i]);
            }
            start = end;
        }
    }

    private int endOfRun(int start, int most) {
        int end = start + 1;
        while (end < most && along[end] == along[start] && across[end] == across[end - 1] + 1) {
            end++;
        }
        return end;
    }

    /** The clear samples whose index is wanted. */
    public StoredSamples only(IntPredicate isWanted) {
        int[] wanted = IntStream.range(0, clear).filter(isWanted).toArray();
        return selected(wanted);
    }

    /**
     * The clear samples, and those flagged ones that are wanted, all as clear ones.
     *
     * @param isWanted decides from the index among the flagged samples
     */
    public StoredSamples withFlagged(IntPredicate isWanted) {
        return selected(IntStream.range(0, radiance.length)
                .filter(i -> i < clear || isWanted.test(i - clear))
                .toArray());
    }

    private StoredSamples selected(int[] wanted) {
        short[] someAcross = new short[wanted.length];
        short[] someAlong = new short[wanted.length];
        float[] someRadiance = new float[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            someAcross[i] = across[wanted[i]];
            someAlong[i] = along[wanted[i]];
            someRadiance[i] = radiance[wanted[i]];
        }
        return new StoredSamples(wanted.length, someAcross, someAlong, someRadiance);
    }

    /** Number of clear samples. */
    public int count() {
        return clear;
    }

    /** Number of samples under small patches that the product's mask flags. */
    public int flaggedCount() {
        return radiance.length - clear;
    }

    /** Radiance of a clear sample in W/(m2 sr um). */
    public float radiance(int index) {
        return radiance[index];
    }

    /** The clear samples with their positions on the grid, in W/(m2 sr um). */
    public NativeSamples on(SamplingGrid grid, double residual) {
        return on(grid, residual, 0, clear);
    }

    /** The flagged samples with their positions on the grid, in W/(m2 sr um). */
    public NativeSamples flaggedOn(SamplingGrid grid, double residual) {
        return on(grid, residual, clear, radiance.length);
    }

    private NativeSamples on(SamplingGrid grid, double residual, int from, int to) {
        int[] acrossIndex = new int[to - from];
        int[] alongIndex = new int[to - from];
        double[] value = new double[to - from];
        for (int i = from; i < to; i++) {
            acrossIndex[i - from] = across[i];
            alongIndex[i - from] = along[i];
            value[i - from] = radiance[i];
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
        if (other == this) {
            return true;
        }
        return other instanceof StoredSamples samples
                && clear == samples.clear
                && Arrays.equals(across, samples.across)
                && Arrays.equals(along, samples.along)
                && Arrays.equals(radiance, samples.radiance);
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = Arrays.hashCode(radiance);
            hash = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return count() + " samples";
    }
}
