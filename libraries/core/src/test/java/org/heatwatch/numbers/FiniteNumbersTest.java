package org.heatwatch.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.heatwatch.clip.ProductSummary.Percentiles;
import org.heatwatch.clip.SurfaceTemperatureCheck;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.StoredSamples;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.NativeSamples;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.state.HeatScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No NaN and no infinity enters a record that is stored or averaged. */
final class FiniteNumbersTest {
    private static final int DRAWS = 500;
    private static final double[] SPECIAL = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -0.0, 1, -1, 1e300, -1e300, 1e-300, 0.5
    };
    private static final SamplingGrid GRID = new SamplingGrid(GridGeometry.usual(13), 0.5, 0.5, 0, 0);

    /** Records, each created from the numbers given; a grid's phases are among them. */
    enum Kind {
        MEASURED(4),
        HIDDEN(1),
        EXCESS(2),
        RADIOMETRY(4),
        SCALING(2),
        TRANSMITTANCE(1),
        SAMPLED_GRID(3),
        SAMPLES(2),
        PACKED(1),
        PERCENTILES(3),
        CHECK(2),
        SCORE(1);

        private final int numbers;

        Kind(int numbers) {
            this.numbers = numbers;
        }

        Object of(double[] n) {
            return switch (this) {
                case MEASURED -> new MeasuredObservation.Measured(n[0], n[1], n[2], n[3]);
                case HIDDEN -> new MeasuredObservation.Hidden("cloud", n[0]);
                case EXCESS -> new ExcessOverBaseline(n[0], n[1], 30);
                case RADIOMETRY -> new ThermalRadiometry(n[0], n[1], n[2], n[3]);
                case SCALING -> new Scaling(n[0], n[1], 0);
                case TRANSMITTANCE -> new Transmittance(n[0], Transmittance.Source.ST_ATRAN);
                case SAMPLED_GRID ->
                    new SampledGrid.Resolved(new SamplingGrid(GridGeometry.usual(13), n[0], 0.1, n[1], 0), n[2]);
                case SAMPLES -> samples(n[0], n[1]);
                case PACKED ->
                    StoredSamples.unpack(StoredSamples.of(samples(n[0], 1), new Scaling(1, 0, 0))
                            .packed());
                case PERCENTILES -> new Percentiles(n[0], n[1], n[2]);
                case CHECK -> new SurfaceTemperatureCheck(n[0], n[1], 3);
                case SCORE -> HeatScore.of(n[0], 30);
            };
        }

        private static NativeSamples samples(double value, double residual) {
            return NativeSamples.of(GRID, residual, new int[] {1}, new int[] {2}, new double[] {value});
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRecordOfArbitraryNumbersIsFiniteOrRefused(Kind kind) {
        Random random = new Random(kind.name().hashCode());
        int refused = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] numbers = random.ints(kind.numbers, 0, SPECIAL.length)
                    .mapToDouble(i -> SPECIAL[i])
                    .toArray();
            boolean isFinite = Arrays.stream(numbers).allMatch(Double::isFinite);
            try {
                Object record = kind.of(numbers);
                assertThat(isFinite || isBoundedScore(record, numbers))
                        .as("%s of %s", record, Arrays.toString(numbers))
                        .isTrue();
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    /** An infinite z has a finite score. */
    private static boolean isBoundedScore(Object record, double[] numbers) {
        return record instanceof HeatScore && Double.isInfinite(numbers[0]);
    }

    @Test
    void packedSamplesWithAValueThatIsNotFiniteAreRefused() {
        byte[] packed = StoredSamples.of(
                        NativeSamples.of(GRID, 1, new int[] {1}, new int[] {2}, new double[] {8.5}),
                        new Scaling(1, 0, 0))
                .packed();
        byte[] infinite = packed.clone();
        infinite[packed.length - 4] = 0x7F;
        infinite[packed.length - 3] = (byte) 0x80;
        infinite[packed.length - 2] = 0;
        infinite[packed.length - 1] = 0;
        assertThatThrownBy(() -> StoredSamples.unpack(infinite))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a finite number");
    }

    @Test
    void aMeasurementThatIsNotFiniteIsNoMeasurementWithAReason() {
        for (double wrong : List.of(Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThat(MeasuredObservation.of(wrong, 1, 0, 1)).isInstanceOf(MeasuredObservation.Hidden.class);
            assertThat(MeasuredObservation.of(1, wrong, 0, 1)).isInstanceOf(MeasuredObservation.Hidden.class);
        }
        assertThat(MeasuredObservation.of(1, 1, 0, 1)).isInstanceOf(MeasuredObservation.Measured.class);
    }
}
