package org.heatwatch.cli.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.output.Table;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.score.MeasuredFeature;
import org.heatwatch.score.SceneMeasurement;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;

/** Output of `score`. */
public record SceneReport(
        String productId,
        String acquisition,
        String site,
        boolean simulated,
        double tau,
        Transmittance.Source tauSource,
        SamplingGridReport samplingGrid,
        List<Observation> observations) {

    /** Whether a facility was observed. */
    public enum Status {
        OBSERVED,
        NO_OBSERVATION
    }

    /** One facility in this scene; the numbers are null if it was not observed. */
    public record Observation(
            String facility,
            String role,
            Status status,
            @Nullable Double radianceExcess,
            @Nullable Double radianceStandardError,
            @Nullable Double effectiveKelvin,
            @Nullable Double effectiveStandardError,
            double visibleFraction,
            List<String> flags) {

        public static Observation of(MeasuredFeature measured, double kelvinPerRadiance) {
            return switch (measured.observation()) {
                case MeasuredObservation.Measured value ->
                    new Observation(
                            measured.feature().id(),
                            measured.feature().role().code(),
                            Status.OBSERVED,
                            value.kelvin() / kelvinPerRadiance,
                            value.formalError() / kelvinPerRadiance,
                            value.kelvin(),
                            value.formalError(),
                            value.visibleFraction(),
                            measured.flags());
                case MeasuredObservation.Hidden hidden ->
                    new Observation(
                            measured.feature().id(),
                            measured.feature().role().code(),
                            Status.NO_OBSERVATION,
                            null,
                            null,
                            null,
                            null,
                            hidden.visibleFraction(),
                            measured.flags());
            };
        }
    }

    /** The report of a scene. */
    public static SceneReport of(SceneMeasurement reading, Clip clip, Site site) {
        return new SceneReport(
                reading.product().id(),
                reading.product().acquisition().id(),
                site.id(),
                site.presentation().simulated(),
                reading.transmittance().tau(),
                reading.transmittance().source(),
                SamplingGridReport.of(reading.recovery(), clip),
                reading.observations().stream()
                        .map(observation -> Observation.of(observation, reading.kelvinPerRadiance()))
                        .toList());
    }

    /** Prints the report as text. */
    public void print(PrintWriter out) {
        if (simulated) {
            out.println(Output.SIMULATED);
        }
        out.println("product  " + productId);
        out.println("site     " + site);
        out.printf(Locale.ROOT, "tau      %.3f (%s)%n", tau, tauSource);
        out.println("grid     " + (samplingGrid.resolved() ? "resolved" : "unresolved: " + samplingGrid.reason()));
        out.println();
        Table table = Table.of("facility", "role", ">excess", ">error", ">visible", "flags");
        int references = 0;
        for (Observation observation : observations) {
            if (observation.role().equals(Role.REFERENCE.code())) {
                references++;
                continue;
            }
            boolean isObserved = observation.effectiveKelvin() != null;
            table.row(
                    observation.facility(),
                    observation.role(),
                    isObserved ? String.format(Locale.ROOT, "%+.2f K", observation.effectiveKelvin()) : "not observed",
                    isObserved ? String.format(Locale.ROOT, "\u00b1 %.2f K", observation.effectiveStandardError()) : "",
                    String.format(Locale.ROOT, "%.0f %%", observation.visibleFraction() * 100),
                    String.join(", ", observation.flags()));
        }
        table.print(out);
        if (references > 0) {
            out.println();
            out.printf("%d reference parcels are in the JSON output only (--format json).%n", references);
        }
    }
}
