package org.heatwatch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.Level;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.Sensor;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.landsat.Tier;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.site.Pass;
import org.junit.jupiter.api.Test;

final class TransmittanceClimatologyTest {

    private static SceneRecord scene(String day, double tau, Transmittance.Source source) {
        LocalDate date = LocalDate.parse(day);
        return new SceneRecord(
                new ProductId(
                        Sensor.OLI_TIRS,
                        Satellite.LANDSAT_8,
                        Level.L2SP,
                        new WrsScene(116, 34),
                        date,
                        date.plusDays(9),
                        Tier.T1),
                1,
                1,
                date.atTime(2, 11).toInstant(ZoneOffset.UTC),
                Pass.DAY,
                new SampledGrid.Unresolved("not asked for"),
                1,
                new Transmittance(tau, source),
                new ThermalRadiometry(3.342e-4, 0.1, 774.8853, 1321.0789),
                1e-3,
                Set.of(),
                "clips/none.tif");
    }

    private static SceneRecord own(String day, double tau) {
        return scene(day, tau, Transmittance.Source.ST_ATRAN);
    }

    private static final List<SceneRecord> SUMMER =
            List.of(own("2017-06-20", 0.7), own("2018-07-03", 0.6), own("2019-08-30", 0.5));

    @Test
    void theMedianOfTheMonthAndItsNeighboursIsAssumed() {
        assertThat(TransmittanceClimatology.of(SUMMER).at(LocalDate.of(2026, 7, 15)))
                .contains(new Transmittance(0.6, Transmittance.Source.ASSUMED));
    }

    @Test
    void ofTooFewScenesNothingIsAssumed() {
        TransmittanceClimatology climatology = TransmittanceClimatology.of(SUMMER);

        assertThat(climatology.at(LocalDate.of(2026, 6, 15))).isEmpty();
        assertThat(climatology.at(LocalDate.of(2026, 1, 15))).isEmpty();
        assertThat(TransmittanceClimatology.of(List.of()).at(LocalDate.of(2026, 7, 15)))
                .isEmpty();
    }

    @Test
    void whatWasAssumedTeachesNothing() {
        List<SceneRecord> scenes = new ArrayList<>(SUMMER);
        scenes.add(scene("2019-07-06", 0.95, Transmittance.Source.ASSUMED));
        scenes.add(scene("2019-07-22", 0.95, Transmittance.Source.ASSUMED));

        assertThat(TransmittanceClimatology.of(scenes).at(LocalDate.of(2026, 7, 15)))
                .contains(new Transmittance(0.6, Transmittance.Source.ASSUMED));
    }

    @Test
    void aYearHasNoEnd() {
        List<SceneRecord> winter = List.of(own("2017-12-20", 0.9), own("2018-01-03", 0.92), own("2019-02-20", 0.88));

        assertThat(TransmittanceClimatology.of(winter).at(LocalDate.of(2026, 1, 31)))
                .contains(new Transmittance(0.9, Transmittance.Source.ASSUMED));
    }

    @Test
    void ofAnEvenNumberTheMedianIsBetween() {
        List<SceneRecord> even =
                List.of(own("2017-07-20", 0.5), own("2018-07-03", 0.75), own("2019-07-20", 0.25), own("2019-07-04", 1));

        assertThat(TransmittanceClimatology.of(even).at(LocalDate.of(2026, 7, 15)))
                .contains(new Transmittance(0.625, Transmittance.Source.ASSUMED));
    }
}
