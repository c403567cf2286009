package org.heatwatch.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class GeoTransformTest {
    @Test
    void theCentreOfAPixelIsHalfAPixelFromItsCorner() {
        GeoTransform landsat = GeoTransform.northUp(199_500, 4_265_100, 30);
        assertThat(landsat.toMap(new PixelPoint(0, 0))).isEqualTo(new MapPoint(199_500, 4_265_100));
        assertThat(landsat.centreOf(0, 0)).isEqualTo(new MapPoint(199_515, 4_265_085));
        assertThat(landsat.centreOf(10, 20)).isEqualTo(new MapPoint(199_815, 4_264_485));
        assertThat(landsat.toPixel(new MapPoint(199_815, 4_264_485))).isEqualTo(new PixelPoint(10.5, 20.5));
    }

    @Test
    void mapAndPixelsAreInverseAlsoInARotatedRaster() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            double angle = random.nextDouble(Math.TAU);
            double size = random.nextDouble(1, 100);
            GeoTransform rotated = new GeoTransform(
                    random.nextDouble(1e6),
                    size * Math.cos(angle),
                    size * Math.sin(angle),
                    random.nextDouble(1e7),
                    size * Math.sin(angle),
                    -size * Math.cos(angle));
            PixelPoint pixel = new PixelPoint(random.nextDouble(-100, 8000), random.nextDouble(-100, 8000));
            PixelPoint back = rotated.toPixel(rotated.toMap(pixel));
            assertThat(back.column()).isCloseTo(pixel.column(), within(1e-6));
            assertThat(back.row()).isCloseTo(pixel.row(), within(1e-6));
        }
    }

    @Test
    void whatCannotBeInvertedIsRefused() {
        assertThatThrownBy(() -> new GeoTransform(0, 0, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GeoTransform.northUp(Double.NaN, 0, 30)).isInstanceOf(IllegalArgumentException.class);
    }
}
