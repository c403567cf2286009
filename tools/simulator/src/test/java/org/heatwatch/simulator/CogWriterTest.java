package org.heatwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CogWriterTest {
    private static final SceneGrid SCENE = SceneGrid.kaesong();
    private static final PixelWindow WINDOW = new PixelWindow(2990, 2050, 130, 120);

    @Test
    void theHeaderEndsWithTheTileArraysOfTheFullResolution() {
        TiffReader file = new TiffReader(CogWriter.usual().encode(band()));

        assertThat(file.entry(0, 325).end()).isEqualTo(CogWriter.HEADER);
        assertThat(file.entry(0, 324).end()).isEqualTo(file.entry(0, 325).at());
        assertThat(file.entry(0, 324).count()).isEqualTo(31 * 31);
        for (int level = 0; level < file.levels(); level++) {
            for (int tile = 0; tile < file.entry(level, 324).count(); tile++) {
                assertThat(file.number(level, 324, tile)).isGreaterThanOrEqualTo(CogWriter.HEADER);
            }
        }
    }

    @Test
    void aBandOf7700PixelsHasFiveOverviews() {
        TiffReader file = new TiffReader(CogWriter.usual().encode(band()));
        int[] sizes = {7700, 3850, 1925, 963, 482, 241};

        assertThat(file.levels()).isEqualTo(6);
        for (int level = 0; level < 6; level++) {
            assertThat(file.number(level, 256, 0)).isEqualTo(sizes[level]);
            assertThat(file.number(level, 257, 0)).isEqualTo(sizes[level]);
            assertThat(file.number(level, 254, 0)).isEqualTo(level == 0 ? 0 : 1);
            assertThat(file.number(level, 259, 0)).isEqualTo(8);
            assertThat(file.number(level, 322, 0)).isEqualTo(256);
        }
    }

    @Test
    void theTiePointIsTheCentreOfThePixel() {
        TiffReader file = new TiffReader(CogWriter.usual().encode(band()));

        assertThat(file.number(0, 33922, 3)).isEqualTo(199_500);
        assertThat(file.number(0, 33922, 4)).isEqualTo(4_265_100);
        assertThat(file.number(0, 33550, 0)).isEqualTo(30);
        assertThat(file.number(0, 34735, 8)).isEqualTo(1025);
        assertThat(file.number(0, 34735, 11)).isEqualTo(2);
        assertThat(file.number(0, 34735, 19)).isEqualTo(32652);
        assertThat(file.text(0, 34737)).isEqualTo("WGS 84 / UTM zone 52N|");
        assertThat(file.text(0, 42113)).isEqualTo("0");
        assertThat(file.has(1, 33922)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyPixelIsReadBackOnEveryLevel(int predictor) {
        SceneBand band = band();
        TiffReader file = new TiffReader(new CogWriter(predictor, CogWriter.Elsewhere.SHARED_FILL).encode(band));

        for (int i = 0; i < 400; i++) {
            int column = WINDOW.column() - 20 + 7 * i % 170;
            int row = WINDOW.row() - 20 + 11 * i % 160;
            assertThat(file.value(0, column, row)).isEqualTo(band.value(column, row));
            for (int level = 1; level < 6; level++) {
                int c = column >> level;
                int r = row >> level;
                assertThat(file.value(level, c, r)).isEqualTo(band.value(c << level, r << level));
            }
        }
    }

    @Test
    void signedBandsKeepTheirSignAndFill() {
        int[] values = new int[WINDOW.pixels()];
        values[0] = -5;
        values[1] = 31000;

        TiffReader file = new TiffReader(CogWriter.usual().encode(SceneBand.signed(SCENE, WINDOW, values)));

        assertThat(file.value(0, WINDOW.column(), WINDOW.row())).isEqualTo(-5);
        assertThat(file.value(0, WINDOW.column() + 1, WINDOW.row())).isEqualTo(31000);
        assertThat(file.value(0, 0, 0)).isEqualTo(-9999);
        assertThat(file.value(5, 240, 240)).isEqualTo(-9999);
        assertThat(file.text(0, 42113)).isEqualTo("-9999");
    }

    @Test
    void sparseFilesOmitTilesOutsideTheWindow() {
        CogWriter sparse = new CogWriter(2, CogWriter.Elsewhere.SPARSE);
        byte[] bytes = sparse.encode(band());
        TiffReader file = new TiffReader(bytes);

        assertThat(file.number(0, 324, 0)).isZero();
        assertThat(file.number(0, 325, 0)).isZero();
        assertThat(file.value(0, WINDOW.column() + 5, WINDOW.row() + 5))
                .isEqualTo(band().value(WINDOW.column() + 5, WINDOW.row() + 5));
        assertThat(bytes.length).isLessThan(200_000);
    }

    @Test
    void aBandThatNeedsMoreTilesThanTheHeaderHoldsIsRejected() {
        SceneGrid huge = new SceneGrid(32652, 0, 9e6, 30_000, 30_000);
        SceneBand band = SceneBand.measured(huge, new PixelWindow(0, 0, 1, 1), new int[] {7});

        assertThatIllegalArgumentException().isThrownBy(() -> CogWriter.usual().encode(band));
    }

    private static SceneBand band() {
        int[] values = new int[WINDOW.pixels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + (i * 7919) % 65535;
        }
        return SceneBand.measured(SCENE, WINDOW, values);
    }
}
