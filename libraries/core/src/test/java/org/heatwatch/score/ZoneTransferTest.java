package org.heatwatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.UtmProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

final class ZoneTransferTest {

    @ParameterizedTest
    @CsvSource({
        "32651, 32652, 126.02, 37.93",
        "32652, 32651, 125.98, 37.93",
        "32633, 32634, 18.0, 68",
        "32660, 32601, -179.9, 52"
    })
    void everySampleWithinTenKilometresIsWithinOneMetreAndAHalfOfItsPlace(
            int fromEpsg, int toEpsg, double longitude, double latitude) {
        UtmProjection from = UtmProjection.ofEpsg(fromEpsg);
        UtmProjection to = UtmProjection.ofEpsg(toEpsg);
        Coordinate centre = from.toUtm(longitude, latitude);
        SamplingGrid grid = new SamplingGrid(new GridGeometry(13.1, 101.3, 97.2, -0.002), 0.3, 0.8, centre.x, centre.y);
        SamplingGrid moved = ZoneTransfer.transferred(grid, from, to);
        double largest = 0;
        for (int across = -70; across <= 70; across += 10) {
            for (int along = -70; along <= 70; along += 10) {
                double[] at = grid.positionOf(across, along);
                Coordinate lonLat = from.toLonLat(at[0], at[1]);
                double[] there = moved.positionOf(across, along);
                largest = Math.max(largest, to.toUtm(lonLat.x, lonLat.y).distance(new Coordinate(there[0], there[1])));
            }
        }
        assertThat(largest).isLessThan(1.5);
    }

    @Test
    void thereAndBackIsTheSameGrid() {
        UtmProjection west = UtmProjection.ofEpsg(32651);
        UtmProjection east = UtmProjection.ofEpsg(32652);
        Coordinate centre = west.toUtm(126, 37.93);
        SamplingGrid grid = new SamplingGrid(new GridGeometry(-12, 101.3, 97.2, 0.01), 0.3, 0.8, centre.x, centre.y);
        SamplingGrid back = ZoneTransfer.transferred(ZoneTransfer.transferred(grid, west, east), east, west);
        assertThat(back.geometry().rotationDegrees()).isCloseTo(-12, within(1e-6));
        assertThat(back.geometry().acrossMetres()).isCloseTo(101.3, within(1e-6));
        assertThat(back.geometry().alongMetres()).isCloseTo(97.2, within(1e-6));
        assertThat(back.geometry().shear()).isCloseTo(0.01, within(1e-7));
        assertThat(back.originEast()).isCloseTo(centre.x, within(1e-3));
    }
}
