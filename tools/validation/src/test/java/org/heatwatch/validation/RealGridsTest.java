package org.heatwatch.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.ThermalImage;
import org.junit.jupiter.api.Test;

/** Grids of windows of real images of level 1, which are outside the repository. */
final class RealGridsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("heatwatch.root", ".")).resolve("../shared/landsat/real");

    private static GridWindows windows(String file, double west, double north, int firstColumn, double rotationPrior)
            throws IOException {
        Path path = FOLDER.resolve(file);
        assumeTrue(
                Files.isRegularFile(path), "skipped: the real bands ../shared/landsat/real are not beside the project");
        TiffCounts tiff = TiffCounts.read(path);
        double[] values = Arrays.stream(tiff.counts()).asDoubleStream().toArray();
        boolean[] valid = new boolean[values.length];
        for (int p = 0; p < values.length; p++) {
            valid[p] = values[p] > 0;
        }
        ThermalImage image = new ThermalImage(tiff.rows(), tiff.columns(), values, valid, west, north, 30)
                .part(0, firstColumn, tiff.rows(), tiff.columns() - firstColumn);
        return GridWindows.of(new GridImage(file, image, rotationPrior));
    }

    /** Of 68 windows an independent implementation has 69 % below 5 counts, at rotations of 17.89 to 18.01. */
    @Test
    void theWindowsOfCalgaryAgree() throws IOException {
        GridWindows calgary = windows("calgary/band10.tif", 266712.495, 5678626.027, 0, 17.88);

        assertThat(calgary.windows()).hasSize(68);
        assertThat(calgary.good()).isGreaterThanOrEqualTo(55);
        assertThat(calgary.accepted()).isGreaterThanOrEqualTo(65);
        assertThat(calgary.geometry(GridGeometry::rotationDegrees, 0.5)).isCloseTo(17.96, within(0.03));
        assertThat(calgary.geometry(GridGeometry::rotationDegrees, 0.84)
                        - calgary.geometry(GridGeometry::rotationDegrees, 0.16))
                .isLessThan(0.12);
        assertThat(calgary.geometry(GridGeometry::acrossMetres, 0.5)).isCloseTo(100.3, within(0.1));
        assertThat(calgary.geometry(GridGeometry::alongMetres, 0.5)).isCloseTo(97.5, within(0.1));
    }

    /** The pixels of its first 69 columns are not 30 m from the others: column 69 is a copy. */
    @Test
    void theWindowsOfElktonAgree() throws IOException {
        GridWindows elkton = windows("elkton/L8-B10-Elkton-VA.tiff", 706056, 4254601, 69, 12.0);

        assertThat(elkton.residual(0.5)).isLessThan(5);
        assertThat(elkton.geometry(GridGeometry::rotationDegrees, 0.5)).isCloseTo(11.9, within(0.15));
    }
}
