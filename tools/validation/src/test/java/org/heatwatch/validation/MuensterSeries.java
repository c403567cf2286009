package org.heatwatch.validation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.sampling.OrbitTrack;
import org.heatwatch.sampling.ThermalImage;
import org.heatwatch.site.UtmProjection;
import org.locationtech.jts.geom.Coordinate;

/** Sixteen real surface temperatures of one city, which are outside the repository. */
final class MuensterSeries {
    /** Row and column of industrial places that are hot on all dates, from the description of the series. */
    static final List<int[]> HOT_PLACES =
            List.of(new int[] {328, 157}, new int[] {75, 166}, new int[] {308, 135}, new int[] {101, 281});

    private static final Path FOLDER =
            Path.of(System.getProperty("heatwatch.root", ".")).resolve("../shared/landsat/real/muenster-st-series");
    private static final String BAND = "_ST_B10.TIF";
    private static final double WEST = 396705;
    private static final double NORTH = 5763315;
    private static final int EPSG = 32632;

    private MuensterSeries() {}

    /** All dates, or a skipped test if the files are not there. */
    static List<SeriesImage> images() {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "skipped: the real surface temperatures ../shared/landsat/real/muenster-st-series are not beside the "
                        + "project");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(BAND))
                    .map(MuensterSeries::read)
                    .sorted(Comparator.comparing(image -> image.product().acquisition()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same rectangle of every image. */
    static List<SeriesImage> part(List<SeriesImage> images, int row, int column, int rows, int columns) {
        return images.stream()
                .map(image -> new SeriesImage(
                        image.product(), image.image().part(row, column, rows, columns), image.rotationPrior()))
                .toList();
    }

    private static SeriesImage read(Path file) {
        try {
            TiffCounts tiff = TiffCounts.read(file);
            double[] values = Arrays.stream(tiff.counts()).asDoubleStream().toArray();
            boolean[] valid = new boolean[values.length];
            for (int p = 0; p < values.length; p++) {
                valid[p] = values[p] > 293;
            }
            ThermalImage image = new ThermalImage(tiff.rows(), tiff.columns(), values, valid, WEST, NORTH, 30);
            UtmProjection utm = UtmProjection.ofEpsg(EPSG);
            Coordinate centre = utm.toLonLat(image.centreEast(), image.centreNorth());
            double rotation = OrbitTrack.rotationDegrees(centre.y, utm.convergenceDegrees(centre.x, centre.y), false);
            String name = String.valueOf(file.getFileName());
            return new SeriesImage(ProductId.parse(name.substring(0, name.length() - BAND.length())), image, rotation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
