package org.heatwatch.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.heatwatch.clip.ProductSummary;
import org.heatwatch.clip.ProductSummary.Percentiles;
import org.heatwatch.clip.SurfaceTemperatureCheck;
import org.heatwatch.landsat.ProductId;
import org.jspecify.annotations.Nullable;

/** JSON output of `inspect`. */
public record InspectionReport(
        String productId,
        String acquisition,
        String level,
        String tier,
        double clearFraction,
        @Nullable Percentiles brightnessTemperatureKelvin,
        SamplingGridReport samplingGrid,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Percentiles surfaceTemperatureKelvin,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Check surfaceTemperatureCheck) {

    /** Comparison of the surface temperature with its components; null where no pixel is clear. */
    public record Check(
            @Nullable Double biasKelvin, @Nullable Double stdKelvin, long pixels) {
        /** The comparison of a level-2 product. */
        static Check of(Optional<SurfaceTemperatureCheck> compared) {
            return compared.map(check -> new Check(check.biasKelvin(), check.standardDeviationKelvin(), check.pixels()))
                    .orElseGet(() -> new Check(null, null, 0));
        }
    }

    /** The report of an inspection. */
    public static InspectionReport of(Inspection inspection) {
        ProductId id = inspection.product().info().id();
        ProductSummary summary = inspection.summary();
        return new InspectionReport(
                id.id(),
                id.acquisition().id(),
                id.level().name(),
                id.tier().name(),
                summary.clearFraction(),
                summary.brightnessTemperature().orElse(null),
                inspection.samplingGrid(),
                summary.surfaceTemperature().orElse(null),
                inspection.product().isLevel2() ? Check.of(inspection.check()) : null);
    }
}
