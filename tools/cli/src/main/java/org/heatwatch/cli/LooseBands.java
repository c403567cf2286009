package org.heatwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.clip.ProductText;
import org.heatwatch.files.TextFile;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.GeoTransform;
import org.heatwatch.gdal.RasterDataset;
import org.heatwatch.sampling.OrbitTrack;
import org.heatwatch.sampling.ThermalImage;
import org.heatwatch.site.UtmProjection;
import org.heatwatch.validation.GridImage;
import org.locationtech.jts.geom.Coordinate;

/**
 * Thermal bands of level 1 in a folder that is not a whole product, as they are found in publications: each is one
 * image, in which counts of 0 or less are masked.
 */
final class LooseBands {
    private static final Pattern BAND = Pattern.compile("(?i)(.*[^A-Z])?(B|BAND)1[01]([^0-9].*)?\\.TIFF?");
    private static final Pattern METADATA = Pattern.compile("(?i).*MTL\\.txt");
    private static final double PIXEL_METRES = 30;
    private static final double PIXEL_TOLERANCE = 0.5;
    private static final int NORTHERN_ZONES = 32600;

    private LooseBands() {}

    /** The band files of a folder, in the order of their names. */
    static List<Path> files(Path folder) throws IOException {
        return matching(folder, BAND);
    }

    private static List<Path> matching(Path folder, Pattern name) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            path -> name.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads a band.
     *
     * @throws CommandFailure if neither the file nor metadata beside it say where on Earth it is
     */
    static GridImage read(Path band) throws IOException {
        try (RasterDataset dataset = RasterDataset.open(ByteSource.of(band))) {
            int rows = dataset.height();
            int columns = dataset.width();
            float[] counts = dataset.readFloats(1, dataset.all()); // exact for counts of 16 bits
            double[] values = new double[counts.length];
            boolean[] valid = new boolean[counts.length];
            for (int p = 0; p < counts.length; p++) {
                values[p] = counts[p];
                valid[p] = counts[p] > 0;
            }
            OptionalInt epsg = dataset.epsg();
            ThermalImage image = epsg.isPresent()
                    ? image(rows, columns, values, valid, dataset.geoTransform())
                    : new ThermalImage(rows, columns, values, valid, 0, 0, PIXEL_METRES);
            double rotation = epsg.isPresent() ? rotation(image, epsg.getAsInt()) : rotation(band);
            String name = band.getName(band.getNameCount() - 2) + "/" + band.getFileName();
            return new GridImage(name, withoutCopies(image), rotation);
        }
    }

    private static ThermalImage image(int rows, int columns, double[] values, boolean[] valid, GeoTransform transform) {
        boolean isDelivered = Math.abs(transform.xPerColumn() - PIXEL_METRES) < PIXEL_TOLERANCE;
        double pixel = isDelivered ? PIXEL_METRES : transform.xPerColumn();
        return new ThermalImage(rows, columns, values, valid, transform.left(), transform.top(), pixel);
    }

    /**
     * The largest part without a row or a column that equals the one before it: exports to other pixel sizes repeat
     * pixels, and the pixels on both sides of a copy are not 30 m apart.
     */
    private static ThermalImage withoutCopies(ThermalImage image) {
        int columns = image.columns();
        int[] across = longestRun(columns, image.rows(), (column, row) -> row * columns + column, image);
        int[] down = longestRun(image.rows(), columns, (row, column) -> row * columns + column, image);
        return image.part(down[0], across[0], down[1], across[1]);
    }

    private static int[] longestRun(int lines, int length, IntBinaryOperator pixel, ThermalImage image) {
        int[] longest = {0, 0};
        int start = 0;
        for (int line = 1; line <= lines; line++) {
            boolean isCopy = line < lines;
            boolean isMasked = true;
            for (int i = 0; i < length && isCopy; i++) {
                int here = pixel.applyAsInt(line, i);
                isCopy = image.value(here) == image.value(pixel.applyAsInt(line - 1, i));
                isMasked &= !image.isValid(here);
            }
            if (line == lines || (isCopy && !isMasked)) {
                if (line - start > longest[1]) {
                    longest = new int[] {start, line - start};
                }
                start = line;
            }
        }
        return longest;
    }

    private static double rotation(ThermalImage image, int epsg) {
        UtmProjection utm = UtmProjection.ofEpsg(epsg);
        Coordinate centre = utm.toLonLat(image.centreEast(), image.centreNorth());
        return OrbitTrack.rotationDegrees(centre.y, utm.convergenceDegrees(centre.x, centre.y), false);
    }

    /** Rotation at the middle of the scene, from the metadata beside a band without georeferencing. */
    private static double rotation(Path band) throws IOException {
        List<Path> metadata = matching(band.resolveSibling(""), METADATA);
        if (metadata.isEmpty()) {
            throw new CommandFailure(band + ": is not georeferenced, and there is no *MTL.txt beside it");
        }
        String text = TextFile.read(metadata.getFirst(), ProductText.LARGEST_BYTES);
        UtmProjection utm =
                UtmProjection.ofEpsg(NORTHERN_ZONES + (int) Math.round(mean(text, "UTM_ZONE = ([0-9]+)", band)));
        double latitude = mean(text, "CORNER_.._LAT_PRODUCT = (-?[0-9.]+)", band);
        double longitude = mean(text, "CORNER_.._LON_PRODUCT = (-?[0-9.]+)", band);
        int row = (int) Math.round(mean(text, "WRS_ROW = ([0-9]+)", band));
        return OrbitTrack.rotationDegrees(
                latitude, utm.convergenceDegrees(longitude, latitude), OrbitTrack.isAscending(row));
    }

    private static double mean(String text, String pattern, Path band) {
        List<Double> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(Double.valueOf(matcher.group(1)));
        }
        return found.stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow(() -> new CommandFailure(
                        "%s: is not georeferenced, and the metadata beside it lack %s".formatted(band, pattern)));
    }
}
