package org.heatwatch.gdal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class GeoTransformTest {
    @Test
    void aSingularTransformIsRejected() {
        assertThatThrownBy(() -> new GeoTransform(0, 0, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GeoTransform.northUp(Double.NaN, 0, 30)).isInstanceOf(IllegalArgumentException.class);
    }
}
