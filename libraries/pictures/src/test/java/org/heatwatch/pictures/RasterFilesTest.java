package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;
import org.heatwatch.publication.PassMap;
import org.heatwatch.sampling.SamplingGrid;
import org.junit.jupiter.api.Test;

/** The rasters, read by the TIFF reader of the JDK. */
final class RasterFilesTest {
    private static final int PIXEL_SCALE = 33550;
    private static final int TIE_POINT = 33922;
    private static final int GEO_KEYS = 34735;
    private static final int DESCRIPTION = 270;
    private static final int COLUMNS = 12;
    private static final int MISSING = 40;

    private record Read(Raster pixels, TIFFDirectory directory) {
        TIFFField field(int tag) {
            return directory.getTIFFField(tag);
        }
    }

    private static Read read(byte[] tiff) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
            reader.setInput(input);
            return new Read(
                    reader.readAsRenderedImage(0, null).getData(),
                    TIFFDirectory.createFromMetadata(reader.getImageMetadata(0)));
        }
    }

    /** The tags of GDAL, which the reader leaves out, are in no compressed part of the file. */
    private static String text(byte[] tiff) {
        return new String(tiff, StandardCharsets.UTF_8);
    }

    private static PassMap map() {
        Double[] kelvin = new Double[COLUMNS * COLUMNS];
        Arrays.setAll(kelvin, i -> i == MISSING ? null : i / 100.0);
        return new PassMap(
                Fixtures.product(Fixtures.FIRST).acquisition(),
                new PassMap.Grid(14.9, 100, 98, 0, 0.2, 0.7, Fixtures.EAST, Fixtures.NORTH),
                -6,
                -5,
                COLUMNS,
                0.37,
                Arrays.asList(kelvin));
    }

    private static byte[] excess(String... suspicions) {
        return ExcessTiff.encode(
                Fixtures.site(), map(), Fixtures.pass(Fixtures.FIRST, suspicions), LocalDate.of(2024, 2, 1));
    }

    @Test
    void eachPixelOfAnExcessHasTheValueOfTheSampleAroundIt() throws IOException {
        Read file = read(excess());
        double west = file.field(TIE_POINT).getAsDouble(3);
        double north = file.field(TIE_POINT).getAsDouble(4);
        SamplingGrid grid = map().grid().samplingGrid();
        for (PassMap.Sample sample : map().samples()) {
            double[] centre = grid.positionOf(sample.across(), sample.along());
            int column = (int) Math.floor((centre[0] - west) / 30);
            int row = (int) Math.floor((north - centre[1]) / 30);
            assertThat(file.pixels().getSampleFloat(column, row, 0)).isCloseTo((float) sample.kelvin(), within(1e-6f));
            assertThat(file.pixels().getSampleFloat(column, row, 1)).isEqualTo(0.37f);
        }
        double[] missing = grid.positionOf(-6 + MISSING % COLUMNS, -5 + MISSING / COLUMNS);
        int column = (int) Math.floor((missing[0] - west) / 30);
        int row = (int) Math.floor((north - missing[1]) / 30);
        assertThat(file.pixels().getSampleFloat(column, row, 0)).isNaN();
        assertThat(file.pixels().getSampleFloat(column, row, 1)).isNaN();
        assertThat(file.pixels().getSampleFloat(0, 0, 0))
                .as("outside of the turned grid")
                .isNaN();
    }

    @Test
    void pixelsOfAnExcessAreThoseOfLandsatProducts() throws IOException {
        Read file = read(excess());
        assertThat(file.field(PIXEL_SCALE).getAsDoubles()).containsExactly(30, 30, 0);
        assertThat(file.field(TIE_POINT).getAsDouble(3) % 30).isEqualTo(15);
        assertThat(file.field(TIE_POINT).getAsDouble(4) % 30).isEqualTo(15);
        assertThat(file.field(GEO_KEYS).getAsInts()).contains(32652).hasSize(20);
    }

    @Test
    void bandsHaveUnitsAndAnUnknownPixelIsDeclared() {
        assertThat(text(excess()))
                .contains("\0nan\0")
                .contains(
                        "<Item name=\"UNITTYPE\" sample=\"0\" role=\"unittype\">K</Item>",
                        "<Item name=\"UNITTYPE\" sample=\"1\" role=\"unittype\">K</Item>",
                        "role=\"description\">excess over the background model, effective kelvin</Item>");
    }

    @Test
    void tagsNameThePassAndSayWhatIsSimulated() throws IOException {
        byte[] tiff = excess("reference parcels < 3 & scatter");
        assertThat(read(tiff).field(DESCRIPTION).getAsString(0)).startsWith("SIMULATED DATA");
        assertThat(text(tiff))
                .contains(
                        "<Item name=\"SIMULATED\">true</Item>",
                        "<Item name=\"ACQUISITION\">LC08_116034_20240103</Item>",
                        "<Item name=\"AS_OF\">2024-02-01</Item>",
                        "<Item name=\"SUSPICIONS\">reference parcels &lt; 3 &amp; scatter</Item>");
    }

    @Test
    void aRasterOfManyStripsIsReadAsItWasWritten() throws IOException {
        int columns = 70;
        int rows = 200;
        float[] values = new float[columns * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Read file = read(GeoTiff.encode(new FloatRaster(
                columns,
                rows,
                0,
                0,
                25,
                32652,
                List.of(new FloatRaster.Band("one", "K", values)),
                "text",
                RasterTags.of(Fixtures.site()))));
        assertThat(file.pixels().getSamples(0, 0, columns, rows, 0, (float[]) null))
                .containsExactly(values);
    }

    @Test
    void theHeaderOfARasterIsReadFromItsBytes() {
        assertThat(GeoTiffHeader.read(excess())).hasValue(ExcessTiff.frame(Fixtures.site(), map()));
    }

    @Test
    void whatIsNoGeoTiffHasNoHeader() {
        byte[] file = excess();
        assertThat(GeoTiffHeader.read(new byte[0])).isEmpty();
        assertThat(GeoTiffHeader.read("no raster".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(GeoTiffHeader.read(Arrays.copyOf(file, file.length / 2)))
                .as("its directory is at its end")
                .isEmpty();
    }
}
