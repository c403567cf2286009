package org.heatwatch.local;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.state.JudgedObservation;

/** How facilities and controls stand, those that are warmest in a pass first. */
final class StandingTable {
    private final List<RoofHistory> roofs;
    private final Optional<Acquisition> pass;

    private StandingTable(List<RoofHistory> roofs, Optional<Acquisition> pass) {
        this.roofs = roofs;
        this.pass = pass;
    }

    /** By what one pass shows. */
    static void print(PrintWriter out, List<RoofHistory> roofs, Acquisition pass) {
        new StandingTable(roofs, Optional.of(pass)).print(out);
    }

    /** By what each one's latest pass shows that saw it. */
    static void print(PrintWriter out, List<RoofHistory> roofs) {
        new StandingTable(roofs, Optional.empty()).print(out);
    }

    private void print(PrintWriter out) {
        Table table = new Table(
                ">rank", "facility", "", ">excess", ">error", ">score", "state", "since", "seen", "confidence", "");
        List<RoofHistory> ranked = new ArrayList<>(roofs);
        ranked.sort(Comparator.comparingDouble(roof -> -kelvin(roof)));
        for (int i = 0; i < ranked.size(); i++) {
            row(table, i + 1, ranked.get(i));
        }
        table.print(out);
    }

    private void row(Table table, int rank, RoofHistory roof) {
        Optional<JudgedObservation> look = look(roof);
        Optional<JudgedObservation.Scored> scored = scored(roof);
        String since = roof.track().current().since().map(LocalDate::toString).orElse("");
        table.row(
                scored.isPresent() ? Integer.toString(rank) : "",
                roof.feature().label(),
                LookRow.lower(roof.feature().role()),
                scored.map(s -> String.format(Locale.ROOT, "%+.1f K", s.effectiveKelvin()))
                        .orElse(
                                look.filter(l -> l.outcome() instanceof JudgedObservation.Uncalibrated)
                                                .isPresent()
                                        ? "not judged"
                                        : "not seen"),
                scored.map(s -> String.format(Locale.ROOT, "\u00b1 %.1f K", s.standardError()))
                        .orElse(""),
                scored.map(s -> s.heat().shown()).orElse(""),
                roof.track().current().state().name(),
                since,
                scored.flatMap(_ -> look)
                        .map(l -> l.acquisition().date().toString())
                        .orElse(pass.isPresent() ? "no" : "never"),
                scored.map(s -> LookRow.lower(s.confidence())
                                + (look.filter(JudgedObservation::isProvisional).isPresent() ? ", provisional" : ""))
                        .orElse(""),
                look.map(l -> String.join("; ", l.flags())).orElse(""));
    }

    private double kelvin(RoofHistory roof) {
        return scored(roof).map(JudgedObservation.Scored::effectiveKelvin).orElse(Double.NEGATIVE_INFINITY);
    }

    private Optional<JudgedObservation.Scored> scored(RoofHistory roof) {
        return look(roof).flatMap(JudgedObservation::scored);
    }

    private Optional<JudgedObservation> look(RoofHistory roof) {
        return roof.looks().stream()
                .filter(look -> pass.isPresent()
                        ? look.acquisition().equals(pass.get())
                        : look.outcome() instanceof JudgedObservation.Scored)
                .reduce((_, later) -> later);
    }
}
