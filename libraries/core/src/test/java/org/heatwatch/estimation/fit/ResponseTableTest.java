package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;

final class ResponseTableTest {

    @Test
    void theTableIsAsAccurateAsTheIntegral() {
        Random random = new Random(1);
        for (int i = 0; i < 8; i++) {
            Polygon footprint = Footprints.rectangle(
                    1000 * random.nextDouble(),
                    1000 * random.nextDouble(),
                    random.nextDouble(30, 150),
                    random.nextDouble(20, 80),
                    random.nextDouble(180));
            ResponseTable table = ResponseTable.of(footprint, PointSpread.TIRS);
            FootprintResponse exact = FootprintResponse.of(footprint, PointSpread.TIRS);
            double x = footprint.getCentroid().getX();
            double y = footprint.getCentroid().getY();
            double peak = exact.at(x, y);
            for (int place = 0; place < 500; place++) {
                double east = x + random.nextDouble(-450, 450);
                double north = y + random.nextDouble(-450, 450);
                assertThat(table.at(east, north)).isCloseTo(exact.at(east, north), within(1e-3 * peak));
            }
        }
    }

    @Test
    void theResponseFarAwayIsZero() {
        ResponseTable table = ResponseTable.of(Footprints.rectangle(0, 0, 60, 60, 0), PointSpread.TIRS);

        assertThat(table.at(600, 0)).isZero();
        assertThat(table.at(0, -1e6)).isZero();
    }

    @Test
    void distanceIsThatOfTheBoundingRectangle() {
        ResponseTable table = ResponseTable.of(Footprints.rectangle(100, 0, 60, 40, 0), PointSpread.TIRS);

        assertThat(table.isWithin(0, 100, 10)).isTrue();
        assertThat(table.isWithin(5.001, 133, 24)).isTrue();
        assertThat(table.isWithin(4.999, 133, 24)).isFalse();
        assertThat(table.reach().contains(100 + 150, 0)).isTrue();
    }
}
