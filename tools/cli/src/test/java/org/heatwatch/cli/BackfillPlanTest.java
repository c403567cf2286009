package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;

final class BackfillPlanTest {
    private static final Site KAESONG = SiteFile.read(Installation.file("sites/kaesong.geojson"));

    @Test
    void twoSatellitesPassEveryEightDaysByDayAndByNight() {
        BackfillPlan plan = BackfillPlan.ofCalendar(KAESONG, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
        assertThat(plan.level2()).isBetween(45, 46);
        assertThat(plan.level1()).isBetween(45, 47);
        // Two levels, two scenes, two satellites.
        assertThat(plan.listings()).isEqualTo(8);
    }

    @Test
    void beforeLandsat9OnlyOneSatelliteIsListed() {
        BackfillPlan plan = BackfillPlan.ofCalendar(KAESONG, LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31));
        assertThat(plan.products()).isBetween(44, 47);
        assertThat(plan.listings()).isEqualTo(4);
    }

    @Test
    void onlyTheBestProductOfAnAcquisitionIsRead() {
        BackfillPlan plan = BackfillPlan.of(
                List.of(
                        ProductId.parse("LC08_L1TP_116034_20251104_20251104_02_RT"),
                        ProductId.parse("LC08_L2SP_116034_20251104_20251112_02_T1"),
                        ProductId.parse("LC08_L1TP_116034_20251104_20251112_02_T1"),
                        ProductId.parse("LC09_L1TP_116034_20251112_20251112_02_T1"),
                        ProductId.parse("LC09_L2SR_116034_20251112_20251114_02_T1")),
                8);
        assertThat(plan.level2()).isEqualTo(1);
        assertThat(plan.level1()).isEqualTo(1);
        assertThat(plan.skipped()).isEqualTo(3);
    }

    @Test
    void costDependsOnGigabytesLocallyAndOnProductsInAStack() {
        BackfillPlan plan = new BackfillPlan(400, 600, 0, 80, false);
        // 7,800 reads, 80 listings and 0.84 GB at 9 cents each; or 1,000 products at about 0.00018 dollars each.
        assertThat(plan.dollars(/* intoStack= */ false)).isCloseTo(0.0031 + 0.0004 + 0.0756, within(0.0005));
        assertThat(plan.dollars(/* intoStack= */ true)).isCloseTo(0.0031 + 0.0004 + 0.183, within(0.003));
        StringWriter text = new StringWriter();
        plan.print(new PrintWriter(text, true), /* intoStack= */ false);
        assertThat(text.toString()).contains("0.84 GB", "7800", "0.08");
    }
}
