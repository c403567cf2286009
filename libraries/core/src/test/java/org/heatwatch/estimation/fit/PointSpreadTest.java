package org.heatwatch.estimation.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PointSpreadTest {

    @Test
    void theModulationTransferOfTheSensorAtNyquistIsThreeTenths() {
        double sigma = PointSpread.TIRS.sigmaMetres();
        double modulation = 0;
        double volume = 0;
        for (double x = -600; x <= 600; x++) {
            double weight = Math.exp(-x * x / (2 * sigma * sigma));
            modulation += weight * Math.cos(Math.PI * x / 100);
            volume += weight;
        }

        assertThat(modulation / volume).isCloseTo(0.3, within(1e-6));
        assertThat(PointSpread.TIRS.fwhmMetres()).isCloseTo(116.3, within(0.1));
    }

    @Test
    void theWeightAtHalfTheWidthIsHalfThePeak() {
        PointSpread spread = new PointSpread(100);
        double sigma = spread.sigmaMetres();

        assertThat(Math.exp(-50 * 50 / (2 * sigma * sigma))).isCloseTo(0.5, within(1e-12));
        assertThat(Math.exp(-spread.reachMetres() * spread.reachMetres() / (2 * sigma * sigma)))
                .isCloseTo(1e-6, within(1e-12));
    }

    @Test
    void aWidthThatIsNotPositiveIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PointSpread(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PointSpread(Double.NaN));
    }
}
