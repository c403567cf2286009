package org.heatwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.ClearMiddle;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.Product;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.raster.DirectoryProduct;
import org.heatwatch.raster.GdalBandRaster;
import org.heatwatch.sampling.OrbitTrack;
import org.heatwatch.sampling.ThermalImage;
import org.heatwatch.score.GridPriors;
import org.heatwatch.site.UtmProjection;
import org.heatwatch.validation.GridImage;
import org.heatwatch.validation.ImageSeries;
import org.heatwatch.validation.RealPixels;
import org.heatwatch.validation.SeriesImage;
import org.locationtech.jts.geom.Coordinate;

/**
 * Reads the folder of real images for the validation: products, single bands of level 1 or series of one place, one
 * folder each; or one series.
 */
final class RealFolder {
    private static final String QUALITY = "_QA_PIXEL.TIF";
    private static final String SURFACE_TEMPERATURE = "_ST_B10.TIF";

    /** Smallest count that is neither fill nor the lower limit to which cold pixels are clamped. */
    private static final int LEAST_COUNT = 294;

    private RealFolder() {}

    /**
     * Reads a folder.
     *
     * @throws CommandFailure if it holds a series that is too short or whose images do not cover the same pixels
     */
    static RealPixels read(Path folder) throws IOException {
        List<Path> bands = list(folder, path -> path.getFileName().toString().endsWith(SURFACE_TEMPERATURE));
        if (!bands.isEmpty()) {
            return new RealPixels(List.of(), List.of(series(folder, bands)));
        }
        List<GridImage> products = new ArrayList<>();
        List<ImageSeries> series = new ArrayList<>();
        for (Path inner : list(folder, Files::isDirectory)) {
            List<Path> temperatures =
                    list(inner, path -> path.getFileName().toString().endsWith(SURFACE_TEMPERATURE));
            boolean isProduct = !list(
                            inner, path -> path.getFileName().toString().endsWith(QUALITY))
                    .isEmpty();
            List<Path> loose = LooseBands.files(inner);
            if (!isProduct && temperatures.size() >= ImageSeries.FEWEST_DATES) {
                series.add(series(inner, temperatures));
            } else if (!isProduct && !loose.isEmpty()) {
                for (Path band : loose) {
                    products.add(LooseBands.read(band));
                }
            } else {
                products.add(product(inner));
            }
        }
        return new RealPixels(products, series);
    }

    private static List<Path> list(Path folder, Predicate<Path> that) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(that).sorted().toList();
        }
    }

    private static GridImage product(Path folder) {
        Product product = Product.open(DirectoryProduct.in(folder));
        Clip clip = product.clip(ClearMiddle.of(product));
        return new GridImage(
                product.info().id().toString(),
                clip.image(),
                GridPriors.ofOrbit(clip).geometry().rotationDegrees());
    }

    /** The images of a series, ordered by date. */
    static ImageSeries series(Path folder, List<Path> bands) {
        if (bands.size() < ImageSeries.FEWEST_DATES) {
            throw new CommandFailure("%s: %d surface temperatures (*%s); a series needs at least %d of one place"
                    .formatted(folder, bands.size(), SURFACE_TEMPERATURE, ImageSeries.FEWEST_DATES));
        }
        List<SeriesImage> images = bands.stream()
                .map(RealFolder::image)
                .sorted(Comparator.comparing(image -> image.product().acquisition()))
                .toList();
        ThermalImage first = images.getFirst().image();
        for (SeriesImage image : images) {
            if (!coversSame(first, image.image())) {
                throw new CommandFailure("%s: %s does not cover the same pixels as %s; cut all to the same bounds"
                        .formatted(folder, image.product(), images.getFirst().product()));
            }
        }
        return new ImageSeries(folder.toAbsolutePath().normalize().getFileName().toString(), images);
    }

    private static boolean coversSame(ThermalImage one, ThermalImage other) {
        return one.rows() == other.rows()
                && one.columns() == other.columns()
                && one.west() == other.west()
                && one.north() == other.north();
    }

    private static SeriesImage image(Path band) {
        String name = band.getFileName().toString();
        ProductId product = ProductId.parse(name.substring(0, name.length() - SURFACE_TEMPERATURE.length()));
        try (BandRaster raster = GdalBandRaster.open(ByteSource.of(band))) {
            RasterGrid grid = raster.grid();
            int[] counts = raster.read(new PixelRectangle(0, 0, grid.columns(), grid.rows()));
            double[] values = new double[counts.length];
            boolean[] valid = new boolean[counts.length];
            for (int p = 0; p < counts.length; p++) {
                values[p] = counts[p];
                valid[p] = counts[p] >= LEAST_COUNT;
            }
            ThermalImage image = new ThermalImage(
                    grid.rows(), grid.columns(), values, valid, grid.west(), grid.north(), grid.pixelMetres());
            return new SeriesImage(product, image, rotation(image, grid.epsg(), product));
        }
    }

    private static double rotation(ThermalImage image, int epsg, ProductId product) {
        UtmProjection utm = UtmProjection.ofEpsg(epsg);
        Coordinate centre = utm.toLonLat(image.centreEast(), image.centreNorth());
        return OrbitTrack.rotationDegrees(
                centre.y,
                utm.convergenceDegrees(centre.x, centre.y),
                OrbitTrack.isAscending(product.scene().row()));
    }
}
