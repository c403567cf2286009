package org.heatwatch.cli.report;

import java.util.Optional;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.ClearMiddle;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.Product;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.clip.ProductSummary;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.clip.SurfaceTemperatureCheck;
import org.heatwatch.sampling.GridRecovery;
import org.heatwatch.sampling.Recovery;
import org.heatwatch.score.GridPriors;
import org.heatwatch.site.Site;

/**
 * The results of `inspect` for a product.
 *
 * @param extent description of the part of the product to which the figures refer
 * @param check comparison of the surface temperature with its components; empty for a level-1 product, and where
 *     there is no surface temperature
 */
public record Inspection(
        Product product,
        String extent,
        ProductSummary summary,
        Optional<SurfaceTemperatureCheck> check,
        Clip clip,
        Recovery recovery) {

    /** Inspects a product: the clip of a site, or the whole product without one. */
    public static Inspection of(ProductFiles files, Optional<Site> site) {
        Product product = Product.open(files);
        Clip clip = site.map(product::clip).orElseGet(() -> product.clip(ClearMiddle.of(product)));
        PixelRectangle part = site.isPresent() ? rectangleOf(product, clip) : whole(product);
        Recovery recovery = GridRecovery.recover(
                clip.image(), site.map(known -> GridPriors.of(clip, known)).orElseGet(() -> GridPriors.ofOrbit(clip)));
        Optional<SurfaceTemperatureCheck> check =
                product.isLevel2() ? SurfaceTemperatureCheck.of(product, part) : Optional.empty();
        String extent = site.map(known -> "the clip of site " + known.id()).orElse("the whole product")
                + " (%d x %d pixels)".formatted(part.columns(), part.rows());
        return new Inspection(product, extent, ProductSummary.of(product, part), check, clip, recovery);
    }

    private static PixelRectangle whole(Product product) {
        try (BandRaster band = product.thermalBand()) {
            return new PixelRectangle(0, 0, band.grid().columns(), band.grid().rows());
        }
    }

    private static PixelRectangle rectangleOf(Product product, Clip clip) {
        try (BandRaster band = product.thermalBand()) {
            RasterGrid grid = band.grid();
            int column = (int) Math.round((clip.grid().west() - grid.west()) / grid.pixelWidth());
            int row = (int) Math.round((grid.north() - clip.grid().north()) / grid.pixelHeight());
            return new PixelRectangle(
                            column, row, clip.grid().columns(), clip.grid().rows())
                    .within(grid.columns(), grid.rows())
                    .orElseThrow();
        }
    }

    /** The sampling grid in the form that is printed. */
    public SamplingGridReport samplingGrid() {
        return SamplingGridReport.of(recovery, clip);
    }
}
