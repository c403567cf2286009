package org.heatwatch.cli.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.output.Table;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.jspecify.annotations.Nullable;

/** Output of `scenes`. */
public record ScenesReport(String site, boolean simulated, List<Scene> scenes, List<Product> products) {

    /**
     * A recorded acquisition.
     *
     * @param sameOverpassAs acquisition of the same overpass that is used instead; null if this one is used
     * @param residualKelvin rms residual of the samples, as brightness temperature at 295 K; null without a grid
     */
    public record Scene(
            String acquisition,
            String product,
            String tier,
            String level,
            double clearFraction,
            boolean gridResolved,
            @Nullable String reason,
            @Nullable Double residualKelvin,
            double tau,
            Transmittance.Source tauSource,
            int boundsVersion,
            int samplerVersion,
            List<SceneFlag> flags,
            @Nullable String sameOverpassAs) {
        private static final double REFERENCE_KELVIN = 295;

        /**
         * Reports a scene.
         *
         * @param used the acquisition of its overpass that is used
         */
        public static Scene of(SceneRecord scene, Acquisition used) {
            @Nullable String reason = null;
            @Nullable Double residual = null;
            switch (scene.grid()) {
                case SampledGrid.Resolved resolved -> residual = kelvin(resolved.residual(), scene);
                case SampledGrid.Unresolved unresolved -> reason = unresolved.reason();
            }
            return new Scene(
                    scene.acquisition().id(),
                    scene.product().id(),
                    scene.product().tier().name(),
                    scene.product().level().name(),
                    scene.clearFraction(),
                    scene.isResolved(),
                    reason,
                    residual,
                    scene.transmittance().tau(),
                    scene.transmittance().source(),
                    scene.boundsVersion(),
                    scene.extractionVersion(),
                    List.copyOf(scene.flags()),
                    used.equals(scene.acquisition()) ? null : used.id());
        }

        /** A residual as brightness temperature; null if the recorded calibration cannot be true. */
        private static @Nullable Double kelvin(double residual, SceneRecord scene) {
            return scene.radiometry().isPlausibleFor(scene.product().satellite())
                    ? (Double) (residual / scene.radiometry().radiancePerKelvinAt(REFERENCE_KELVIN))
                    : null;
        }

        private String remarks() {
            return Stream.concat(
                            Stream.ofNullable(sameOverpassAs).map("same overpass as %s, which is used"::formatted),
                            flags.stream().map(ScenesReport::text))
                    .collect(Collectors.joining(", "));
        }
    }

    /** A product and its outcome. */
    public record Product(
            String product, String outcome, @Nullable String detail) {
        public static Product of(IntakeRecord record) {
            String id = record.product().id();
            return switch (record.outcome()) {
                case IntakeOutcome.Recorded _ -> new Product(id, "recorded", null);
                case IntakeOutcome.Superseded(var by) -> new Product(id, "superseded", "by " + by);
                case IntakeOutcome.NotOurs(var reason) -> new Product(id, "not ours", reason);
                case IntakeOutcome.Unreadable(var reason) -> new Product(id, "unreadable", reason);
            };
        }
    }

    /** Prints the report as text. */
    public void print(PrintWriter out) {
        if (simulated) {
            out.println(Output.SIMULATED);
            out.println();
        }
        Table table = Table.of(
                "acquisition", "product", "tier", "level", ">clear by QA_PIXEL", "grid", ">residual", ">tau", "flags");
        for (Scene scene : scenes) {
            table.row(
                    scene.acquisition(),
                    scene.product(),
                    scene.tier(),
                    scene.level(),
                    String.format(Locale.ROOT, "%.0f %%", scene.clearFraction() * 100),
                    scene.gridResolved() ? "resolved" : "unresolved",
                    scene.residualKelvin() == null ? "" : String.format(Locale.ROOT, "%.3f K", scene.residualKelvin()),
                    String.format(Locale.ROOT, "%.3f", scene.tau()),
                    scene.remarks());
        }
        table.print(out);
        out.println();
        Table outcomes = Table.of("product", "outcome", "detail");
        products.forEach(product ->
                outcomes.row(product.product(), product.outcome(), Objects.requireNonNullElse(product.detail(), "")));
        outcomes.print(out);
    }

    private static String text(SceneFlag flag) {
        return switch (flag) {
            case PRELIMINARY_POINTING -> "preliminary pointing";
            case PARTLY_COVERED -> "partly covered";
            case SNOW -> "snow";
            case LOW_QUALITY -> "low image quality";
        };
    }
}
