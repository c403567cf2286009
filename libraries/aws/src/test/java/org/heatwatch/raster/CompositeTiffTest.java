package org.heatwatch.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.heatwatch.announce.Story;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.DataType;
import org.heatwatch.gdal.GeoTransform;
import org.heatwatch.gdal.RasterDataset;
import org.heatwatch.source.CompositeMap;
import org.heatwatch.source.SourceReports;
import org.junit.jupiter.api.Test;

final class CompositeTiffTest {
    private static final CompositeMap MAP =
            SourceReports.of(Story.SITE, LocalDate.of(2025, 6, 30)).composite();

    @Test
    void aCompositeIsWrittenNorthUpWithItsErrorsAndItsUnknownCells() {
        byte[] tiff = CompositeTiff.encode(MAP, Story.SITE);
        CompositeRaster grid = MAP.excess();
        try (RasterDataset dataset = RasterDataset.open(ByteSource.of("composite.tif", tiff))) {
            assertThat(dataset.epsg()).hasValue(32652);
            assertThat(dataset.geoTransform())
                    .isEqualTo(GeoTransform.northUp(grid.west() - 12.5, grid.north(grid.rows() - 1) + 12.5, 25));
            assertThat(dataset.band(1).type()).isEqualTo(DataType.FLOAT32);
            assertThat(dataset.band(1).noData()).hasValue(Double.NaN);
            assertThat(dataset.band(2).description()).hasValue("standard error of the excess, effective kelvin");
            assertThat(dataset.metadata())
                    .containsEntry("PERIOD", MAP.period().toString())
                    .containsEntry("SIMULATED", "false");
            float[] excess = dataset.readFloats(1, dataset.all());
            float[] errors = dataset.readFloats(2, dataset.all());
            int lastRow = (grid.rows() - 1) * grid.columns();
            assertThat(excess[0]).isCloseTo((float) grid.values()[lastRow], within(1e-6f));
            assertThat(errors[0]).isCloseTo(0.1f, within(1e-6f));
            assertThat(excess[lastRow])
                    .as("the hidden corner in the south-west")
                    .isNaN();
            assertThat(errors[lastRow]).isNaN();
        }
    }
}
