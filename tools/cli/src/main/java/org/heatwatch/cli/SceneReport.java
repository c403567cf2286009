package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.fit.MeasuredObservation;
import org.heatwatch.score.MeasuredFeature;
import org.heatwatch.score.SceneReading;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.jspecify.annotations.Nullable;

/** What `score` prints. */
record SceneReport(
        String productId,
        String acquisition,
        String site,
        boolean simulated,
        double tau,
        Transmittance.Source tauSource,
        SamplingGridReport samplingGrid,
        List<Reading> readings) {

    enum Status {
        OBSERVED,
        NO_OBSERVATION
    }

    record Reading(
            String facility,
            String role,
            Status status,
            @Nullable Double radianceExcess,
            @Nullable Double radianceStandardError,
            @Nullable Double effectiveKelvin,
            @Nullable Double effectiveStandardError,
            double visibleFraction,
            List<String> flags) {

        static Reading of(MeasuredFeature reading, double kelvinPerRadiance) {
            return switch (reading.observation()) {
                case MeasuredObservation.Measured m ->
                    new Reading(
                            reading.feature().id(),
                            reading.feature().role().code(),
                            Status.OBSERVED,
                            m.kelvin() / kelvinPerRadiance,
                            m.formalError() / kelvinPerRadiance,
                            m.kelvin(),
                            m.formalError(),
                            m.visibleFraction(),
                            reading.flags());
                case MeasuredObservation.Hidden hidden ->
                    new Reading(
                            reading.feature().id(),
                            reading.feature().role().code(),
                            Status.NO_OBSERVATION,
                            null,
                            null,
                            null,
                            null,
                            hidden.visibleFraction(),
                            reading.flags());
            };
        }
    }

    static SceneReport of(SceneReading reading, Clip clip, Site site) {
        return new SceneReport(
                reading.product().id(),
                reading.product().acquisition().id(),
                site.id(),
                site.presentation().simulated(),
                reading.transmittance().tau(),
                reading.transmittance().source(),
                SamplingGridReport.of(reading.recovery(), clip),
                reading.observations().stream()
                        .map(observation -> Reading.of(observation, reading.kelvinPerRadiance()))
                        .toList());
    }

    void print(PrintWriter out) {
        if (simulated) {
            out.println(Output.SIMULATED);
        }
        out.println("product  " + productId);
        out.println("site     " + site);
        out.printf(Locale.ROOT, "tau      %.3f (%s)%n", tau, tauSource);
        out.println("grid     " + (samplingGrid.resolved() ? "resolved" : "unresolved: " + samplingGrid.reason()));
        out.println();
        Table table = new Table("facility", "role", ">excess", ">error", ">visible", "flags");
        int idle = 0;
        for (Reading r : readings) {
            if (r.role().equals(Role.NULL.code())) {
                idle++;
                continue;
            }
            boolean observed = r.effectiveKelvin() != null;
            table.row(
                    r.facility(),
                    r.role(),
                    observed ? String.format(Locale.ROOT, "%+.2f K", r.effectiveKelvin()) : "not seen",
                    observed ? String.format(Locale.ROOT, "+-%.2f K", r.effectiveStandardError()) : "",
                    String.format(Locale.ROOT, "%.0f %%", r.visibleFraction() * 100),
                    String.join(", ", r.flags()));
        }
        table.print(out);
        if (idle > 0) {
            out.println();
            out.printf("%d idle parcels are in the JSON form.%n", idle);
        }
    }
}
