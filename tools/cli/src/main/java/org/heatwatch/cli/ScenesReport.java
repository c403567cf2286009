package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneFlag;
import org.heatwatch.ledger.SceneRecord;
import org.jspecify.annotations.Nullable;

/** What `scenes` prints. */
record ScenesReport(String site, boolean simulated, List<Scene> scenes, List<Product> products) {

    /**
     * One acquisition as it is recorded.
     *
     * @param residualKelvin what the samples leave over of the pixels, at 295 K
     */
    record Scene(
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
            List<SceneFlag> flags) {
        private static final double USUAL_KELVIN = 295;

        static Scene of(SceneRecord scene) {
            @Nullable String reason = null;
            @Nullable Double residual = null;
            switch (scene.grid()) {
                case SampledGrid.Resolved resolved ->
                    residual = resolved.residual() / scene.radiometry().radiancePerKelvinAt(USUAL_KELVIN);
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
                    scene.samplerVersion(),
                    List.copyOf(scene.flags()));
        }
    }

    record Product(String product, String outcome, @Nullable String detail) {
        static Product of(IntakeRecord record) {
            String id = record.product().id();
            return switch (record.outcome()) {
                case IntakeOutcome.Recorded _ -> new Product(id, "recorded", null);
                case IntakeOutcome.Superseded(var by) -> new Product(id, "superseded", "by " + by);
                case IntakeOutcome.NotOurs(var reason) -> new Product(id, "not ours", reason);
                case IntakeOutcome.Unreadable(var reason) -> new Product(id, "unreadable", reason);
            };
        }
    }

    void print(PrintWriter out) {
        if (simulated) {
            out.println(Output.SIMULATED);
            out.println();
        }
        Table table =
                new Table("acquisition", "product", "tier", "level", ">clear", "grid", ">residual", ">tau", "flags");
        for (Scene s : scenes) {
            table.row(
                    s.acquisition(),
                    s.product(),
                    s.tier(),
                    s.level(),
                    String.format(Locale.ROOT, "%.0f %%", s.clearFraction() * 100),
                    s.gridResolved() ? "resolved" : "unresolved",
                    s.residualKelvin() == null ? "" : String.format(Locale.ROOT, "%.3f K", s.residualKelvin()),
                    String.format(Locale.ROOT, "%.3f", s.tau()),
                    String.join(
                            ", ", s.flags().stream().map(ScenesReport::words).toList()));
        }
        table.print(out);
        out.println();
        Table outcomes = new Table("product", "outcome", "");
        products.forEach(p -> outcomes.row(p.product(), p.outcome(), p.detail() == null ? "" : p.detail()));
        outcomes.print(out);
    }

    private static String words(SceneFlag flag) {
        return switch (flag) {
            case PRELIMINARY_POINTING -> "preliminary pointing";
            case PARTLY_COVERED -> "partly covered";
            case SNOW -> "snow";
        };
    }
}
