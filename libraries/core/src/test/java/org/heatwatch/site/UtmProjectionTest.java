package org.heatwatch.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

final class UtmProjectionTest {

    private static final UtmProjection ZONE_52 = UtmProjection.ofEpsg(32652);

    @Test
    void aKnownPointIsWhereItShouldBe() {
        Coordinate utm = ZONE_52.toUtm(126.62, 37.93);
        assertThat(utm.x).isCloseTo(290829.05, within(0.01));
        assertThat(utm.y).isCloseTo(4200719.76, within(0.01));
        assertThat(ZONE_52.convergenceDegrees(126.62, 37.93)).isCloseTo(-1.463, within(0.002));
    }

    @Test
    void northIsUpOnTheCentralMeridian() {
        assertThat(ZONE_52.centralMeridian()).isEqualTo(129);
        assertThat(ZONE_52.toUtm(129, 10).x).isCloseTo(500_000, within(1e-6));
        assertThat(ZONE_52.convergenceDegrees(129, 10)).isCloseTo(0, within(1e-9));
    }

    @Test
    void aSouthernZoneCountsFromTheSouth() {
        double south = UtmProjection.ofEpsg(32756).toUtm(151.2, -33.9).y;
        double north = UtmProjection.ofEpsg(32656).toUtm(151.2, -33.9).y;
        assertThat(south - north).isCloseTo(10_000_000, within(1e-6));
    }

    @Test
    void thereAndBackIsTheSamePoint() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            double longitude = 126 + 6 * random.nextDouble();
            double latitude = -80 + 160 * random.nextDouble();
            Coordinate utm = ZONE_52.toUtm(longitude, latitude);
            Coordinate back = ZONE_52.toLonLat(utm.x, utm.y);
            assertThat(back.x).isCloseTo(longitude, within(1e-9));
            assertThat(back.y).isCloseTo(latitude, within(1e-9));
        }
    }

    @Test
    void threadsMayShareAProjection() {
        double[] alone = IntStream.range(0, 50_000)
                .mapToDouble(i -> ZONE_52.toUtm(126 + i * 1e-4, 30).x)
                .toArray();
        double[] together = IntStream.range(0, 50_000)
                .parallel()
                .mapToDouble(i -> ZONE_52.toUtm(126 + i * 1e-4, 30).x)
                .toArray();
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void aGeometryIsCopiedNotChanged() {
        Geometry point = new GeometryFactory().createPoint(new Coordinate(126.62, 37.93));
        Geometry utm = ZONE_52.toUtm(point);
        assertThat(utm.getCoordinate().x).isCloseTo(290829.05, within(0.01));
        assertThat(utm.getSRID()).isEqualTo(32652);
        assertThat(point.getCoordinate().x).isEqualTo(126.62);
        assertThat(ZONE_52.toLonLat(utm).equalsExact(point, 1e-9)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {4326, 32600, 32661, 32700, 32761, 32852, 3857, -32652})
    void anyOtherProjectionIsRefused(int epsg) {
        assertThatThrownBy(() -> UtmProjection.ofEpsg(epsg))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EPSG:" + epsg);
    }
}
