package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

final class FootprintResponseTest {
    private static final double SIGMA = PointSpread.TIRS.sigmaMetres();

    /** About the largest response of the footprints below; errors below a ten-thousandth of it are accepted. */
    private static final double PEAK = 0.2;

    private static FootprintResponse of(Polygon polygon) {
        return FootprintResponse.of(polygon, PointSpread.TIRS);
    }

    /** The response of an axis-parallel rectangle round the origin in closed form. */
    private static double closedForm(double length, double width, double east, double north) {
        return share(length, east) * share(width, north);
    }

    private static double share(double length, double at) {
        return normal((length / 2 - at) / SIGMA) - normal((-length / 2 - at) / SIGMA);
    }

    /** The integral of the normal distribution, by Simpson's rule from -8. */
    private static double normal(double z) {
        int parts = 2000;
        double h = (Math.max(z, -8) + 8) / parts;
        double sum = 0;
        for (int i = 0; i <= parts; i++) {
            double x = -8 + i * h;
            double weight = i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-x * x / 2);
        }
        return sum * h / 3 / Math.sqrt(2 * Math.PI);
    }

    @Test
    void theResponseOfAnAxisParallelRectangleIsThatOfTheErrorFunction() {
        FootprintResponse response = of(Footprints.rectangle(3, -4, 73, 57, 0));

        for (double east = -200; east <= 200; east += 25) {
            for (double north = -200; north <= 200; north += 25) {
                double exact = closedForm(73, 57, east - 3, north + 4);
                assertThat(response.at(east, north)).isCloseTo(exact, within(0.005 * exact + 1e-4 * PEAK));
            }
        }
    }

    @Test
    void theResponseOfARotatedRectangleIsTheSameAlongItsOwnAxes() {
        FootprintResponse response = of(Footprints.rectangle(0, 0, 90, 41, 33));
        double cosine = Math.cos(Math.toRadians(33));
        double sine = Math.sin(Math.toRadians(33));

        for (double a = -150; a <= 150; a += 30) {
            for (double b = -150; b <= 150; b += 30) {
                double exact = closedForm(90, 41, a, b);
                assertThat(response.at(cosine * a - sine * b, sine * a + cosine * b))
                        .isCloseTo(exact, within(0.005 * exact + 1e-4 * PEAK));
            }
        }
    }

    @Test
    void responsesOnALatticeAddUpToTheArea() {
        FootprintResponse response = of(Footprints.rectangle(12, 7, 61, 44, 20));
        double sum = 0;
        for (double east = -500; east <= 500; east += 50) {
            for (double north = -500; north <= 500; north += 50) {
                sum += response.at(east, north);
            }
        }

        assertThat(sum * 50 * 50).isCloseTo(61 * 44, within(0.002 * 61 * 44));
    }

    @Test
    void theResponseInTheMiddleOfAVeryLargeFootprintIsOne() {
        assertThat(of(Footprints.rectangle(0, 0, 900, 900, 10)).at(20, -30)).isCloseTo(1, within(0.001));
    }

    @Test
    void theResponseFarAwayIsZero() {
        assertThat(of(Footprints.rectangle(0, 0, 60, 60, 0)).at(600, 0)).isZero();
    }

    @Test
    void theResponseDoesNotDependOnTheOrderOfTheCorners() {
        double[][] corners = {{0, 0}, {80, 10}, {70, 60}, {-5, 55}};
        double[][] reversed = {corners[3], corners[2], corners[1], corners[0]};
        double[][] turned = {corners[2], corners[3], corners[0], corners[1]};

        double expected = of(Footprints.polygon(corners)).at(40, 40);

        assertThat(of(Footprints.polygon(reversed)).at(40, 40)).isCloseTo(expected, within(1e-12));
        assertThat(of(Footprints.polygon(turned)).at(40, 40)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theResponsesOfTwoPartsAddUpToThatOfTheWhole() {
        FootprintResponse whole = of(Footprints.rectangle(0, 0, 80, 40, 0));
        FootprintResponse west = of(Footprints.rectangle(-20, 0, 40, 40, 0));
        FootprintResponse east = of(Footprints.rectangle(20, 0, 40, 40, 0));

        assertThat(west.at(33, 21) + east.at(33, 21)).isCloseTo(whole.at(33, 21), within(1e-9));
    }
}
