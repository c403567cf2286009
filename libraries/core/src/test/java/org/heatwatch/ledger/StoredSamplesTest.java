package org.heatwatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.sampling.NativeSamples;
import org.junit.jupiter.api.Test;

final class StoredSamplesTest {
    private static final Scaling SCALING = new Scaling(3.342e-4, 0.1, 0);

    @Test
    void samplesSurvivePackingBitForBit() {
        StoredSamples samples = StoredSamples.of(LedgerScenes.samples(1234, 1), SCALING);
        StoredSamples again = StoredSamples.unpack(samples.packed());
        assertThat(again).isEqualTo(samples);
        assertThat(again.packed()).isEqualTo(samples.packed());
    }

    @Test
    void flaggedSamplesAreKeptApartFromTheClearOnes() {
        NativeSamples clear = LedgerScenes.samples(300, 1);
        NativeSamples flagged = LedgerScenes.samples(20, 8);
        StoredSamples both = StoredSamples.of(clear, flagged, SCALING);
        StoredSamples again = StoredSamples.unpack(both.packed());
        assertThat(again).isEqualTo(both).isNotEqualTo(StoredSamples.of(clear, SCALING));
        assertThat(again.count()).isEqualTo(300);
        assertThat(again.flaggedCount()).isEqualTo(20);
        assertThat(again.on(clear.grid(), 1).value(7)).isEqualTo((float) (3.342e-4 * clear.value(7) + 0.1));
        assertThat(again.flaggedOn(clear.grid(), 1).value(7)).isEqualTo((float) (3.342e-4 * flagged.value(7) + 0.1));
        assertThat(again.withFlagged(i -> i < 5).count()).isEqualTo(305);
        assertThat(again.withFlagged(_ -> false)).isEqualTo(StoredSamples.of(clear, SCALING));
        assertThat(again.only(i -> i > 9).count()).isEqualTo(290);
    }

    @Test
    void positionsFollowExactlyFromTheGrid() {
        NativeSamples found = LedgerScenes.samples(777, 2);
        NativeSamples rebuilt =
                StoredSamples.unpack(StoredSamples.of(found, SCALING).packed()).on(found.grid(), 0.001);
        assertThat(rebuilt.grid()).isEqualTo(found.grid());
        for (int i = 0; i < found.count(); i++) {
            assertThat(rebuilt.east(i)).isEqualTo(found.east(i));
            assertThat(rebuilt.north(i)).isEqualTo(found.north(i));
            assertThat(rebuilt.value(i)).isEqualTo((float) (3.342e-4 * found.value(i) + 0.1));
        }
    }

    @Test
    void aSampleTakesLittleMoreThanFourBytes() {
        assertThat(StoredSamples.of(LedgerScenes.samples(12_000, 3), SCALING).packed())
                .hasSizeLessThan(52_000);
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] packed = StoredSamples.of(LedgerScenes.samples(50, 4), SCALING).packed();
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatIllegalArgumentException().isThrownBy(() -> StoredSamples.unpack(cut));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredSamples.unpack(Arrays.copyOf(packed, packed.length + 1)));
    }

    @Test
    void samplesThatDifferInPlaceOrValueAreNotEqual() {
        NativeSamples found = LedgerScenes.samples(50, 5);
        StoredSamples samples = StoredSamples.of(found, SCALING);
        assertThat(samples).isNotEqualTo(StoredSamples.of(LedgerScenes.samples(50, 6), SCALING));
        assertThat(samples).isNotEqualTo(shifted(found, 1, 0)).isNotEqualTo(shifted(found, 0, 1));
        assertThat(samples).isEqualTo(shifted(found, 0, 0)).hasSameHashCodeAs(shifted(found, 0, 0));
        assertThat(samples).isNotEqualTo("50 samples");
        assertThat(samples.hashCode())
                .isNotEqualTo(
                        StoredSamples.of(LedgerScenes.samples(50, 6), SCALING).hashCode());
    }

    private static StoredSamples shifted(NativeSamples of, int byAcross, int byAlong) {
        int[] across = new int[of.count()];
        int[] along = new int[of.count()];
        double[] value = new double[of.count()];
        for (int i = 0; i < of.count(); i++) {
            across[i] = of.across(i) + byAcross;
            along[i] = of.along(i) + byAlong;
            value[i] = of.value(i);
        }
        return StoredSamples.of(NativeSamples.of(of.grid(), 0.4, across, along, value), SCALING);
    }

    @Test
    void anEmptyListOfSamplesIsPacked() {
        StoredSamples none = StoredSamples.of(LedgerScenes.samples(0, 7), SCALING);
        assertThat(StoredSamples.unpack(none.packed())).isEqualTo(none);
        assertThat(none.count()).isZero();
    }

    @Test
    void aRunOfMoreSamplesThanThereAreIsRefused() {
        ByteBuffer bytes = ByteBuffer.allocate(64).put((byte) 1).putInt(2);
        bytes.putShort((short) 0).putShort((short) 0).putShort((short) 1).putFloat(8.5f);
        bytes.putShort((short) 1).putShort((short) 0).putShort((short) 3);
        byte[] packed = Arrays.copyOf(bytes.putFloat(8).putFloat(8).putFloat(8).array(), bytes.position());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoredSamples.unpack(packed))
                .withMessageContaining("run of 3");
    }
}
