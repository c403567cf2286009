package org.heatwatch.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.landsat.QaPixel;
import org.heatwatch.landsat.SurfaceTemperatureBand;

/**
 * The open bands of a product from which a clip is made. They are opened at the same time, and read at the same time:
 * after the metadata, a product in a bucket takes two round trips.
 */
final class ClipBands implements AutoCloseable {
    /** Position of the quality band. */
    static final int QUALITY = 1;

    /** Position of the transmittance. */
    static final int TRANSMITTANCE = 2;

    private final Product product;
    private final List<BandRaster> bands;

    private ClipBands(Product product, List<BandRaster> bands) {
        this.product = product;
        this.bands = bands;
    }

    /**
     * Opens the thermal and the quality band, and that of the transmittance of a level-2 product.
     *
     * @throws ProductUnreadable if one is unreadable, or their pixel grids differ
     */
    static ClipBands open(Product product) {
        List<Supplier<BandRaster>> opening = new ArrayList<>();
        opening.add(product::thermalBand);
        opening.add(product::qualityBand);
        if (product.isLevel2()) {
            opening.add(() -> product.band(SurfaceTemperatureBand.TRANSMITTANCE));
        }
        ClipBands bands = new ClipBands(product, SideBySide.all(opening, BandRaster::close));
        try {
            bands.requireOneGrid();
            return bands;
        } catch (RuntimeException e) {
            bands.close();
            throw e;
        }
    }

    BandRaster thermal() {
        return bands.getFirst();
    }

    /**
     * Reads a rectangle, which may extend beyond the bands: pixels outside are fill.
     *
     * @return counts of the thermal and the quality band and, of a level-2 product, of the transmittance, row by row
     */
    List<int[]> read(PixelRectangle rectangle) {
        List<Supplier<int[]>> reading = new ArrayList<>();
        reading.add(() -> read(thermal(), rectangle, product.radianceScaling().fill()));
        reading.add(() -> read(bands.get(QUALITY), rectangle, QaPixel.FILL));
        if (product.isLevel2()) {
            int fill = SurfaceTemperatureBand.TRANSMITTANCE
                    .scaling(product.metadata())
                    .fill();
            reading.add(() -> read(bands.get(TRANSMITTANCE), rectangle, fill));
        }
        return SideBySide.all(reading, _ -> {});
    }

    private static int[] read(BandRaster band, PixelRectangle rectangle, int fill) {
        int[] values = new int[rectangle.columns() * rectangle.rows()];
        Arrays.fill(values, fill);
        rectangle.within(band.grid().columns(), band.grid().rows()).ifPresent(inside -> {
            int[] read = band.read(inside);
            for (int row = 0; row < inside.rows(); row++) {
                int to = (inside.row() - rectangle.row() + row) * rectangle.columns()
                        + inside.column()
                        - rectangle.column();
                System.arraycopy(read, row * inside.columns(), values, to, inside.columns());
            }
        });
        return values;
    }

    private void requireOneGrid() {
        for (BandRaster other : bands) {
            if (!thermal().grid().equals(other.grid())) {
                throw new ProductUnreadable(
                        product.name(),
                        "%s and %s have different pixel grids"
                                .formatted(thermal().name(), other.name()),
                        "fetch both files again");
            }
        }
    }

    @Override
    public void close() {
        bands.forEach(BandRaster::close);
    }
}
