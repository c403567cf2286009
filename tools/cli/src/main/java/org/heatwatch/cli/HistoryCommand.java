package org.heatwatch.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.history.RoofHistory;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.Standing;
import org.heatwatch.publication.StateChange;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.HeatScore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = "Tells how facilities stand, or what every pass said of one of them.",
        footer = {
            "",
            "As JSON or CSV every look is printed, of all facilities and controls unless one is named. Idle parcels are",
            "printed if they are named.",
            "",
            "Examples:",
            "  heatwatch history --site sites/kaesong.geojson",
            "  heatwatch history amos --data data/demo",
            "  heatwatch history --data data/demo --format csv > looks.csv",
            "  heatwatch history --stack heatwatch"
        })
final class HistoryCommand extends ReadingCommand {
    /** What is published of a look and not printed. */
    private static final Set<String> LEFT_OUT = Set.of("acquiredAt", "counted", "standsOut", "startSum");

    private static final List<String> COLUMNS = Rows.components(PublishedObservation.class)
            .filter(name -> !LEFT_OUT.contains(name))
            .toList();

    @Parameters(paramLabel = "FACILITY", arity = "0..1", description = "Id of a facility, control or idle parcel.")
    private @Nullable String facility;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    @Override
    void print(SiteSource source, PrintWriter out) {
        PublishedSite published = source.published();
        List<ChartedFacility> wanted = facility == null
                ? published.watched().stream().map(published::charted).toList()
                : List.of(one(facility, source, published));
        if (format != TableFormat.TABLE) {
            rows(wanted, published.isSimulated()).print(format, out);
            return;
        }
        source.printHead(published, out);
        if (facility == null) {
            StandingTable.print(out, published);
        } else {
            print(wanted.getFirst(), out);
        }
    }

    private static ChartedFacility one(String id, SiteSource source, PublishedSite published) {
        Feature feature = published
                .site()
                .feature(id)
                .filter(known -> known.role().isScored())
                .orElseThrow(() -> new CommandFailure(
                        "%s: no facility, control or idle parcel of site %s has this id; `heatwatch history` lists them"
                                .formatted(id, published.site().id())));
        if (feature.role() != Role.NULL) {
            ChartedFacility facility = published.charted(feature);
            // Reasons are not in what older versions published.
            if (facility.changes().stream().allMatch(change -> change.reason() != null)) {
                return facility;
            }
        }
        RoofHistory anew = source.scoredAnew(published, id);
        List<PublishedObservation> looks = PublishedObservation.of(anew);
        return new ChartedFacility(feature, Standing.of(anew, looks), looks, StateChange.of(anew));
    }

    private static Rows rows(List<ChartedFacility> facilities, boolean isSimulated) {
        return new Rows(
                COLUMNS,
                facilities.stream()
                        .flatMap(one -> one.observations().stream())
                        .map(look -> row(look, isSimulated))
                        .toList());
    }

    private static ObjectNode row(PublishedObservation look, boolean isSimulated) {
        ObjectNode row = PublishedJson.object(look);
        row.remove(LEFT_OUT);
        row.put("status", look.status().name());
        if (isSimulated) {
            row.withArray("flags").add("simulated");
        }
        return row;
    }

    private static void print(ChartedFacility facility, PrintWriter out) {
        out.println(facility.feature().label());
        Table table = new Table("acquisition", "pass", ">excess", ">error", ">score", "state", "confidence", "");
        for (PublishedObservation look : facility.observations()) {
            boolean observed = look.isObserved();
            table.row(
                    look.acquisition().id(),
                    PublishedJson.text(look.pass()),
                    observed ? String.format(Locale.ROOT, "%+.1f K", look.effectiveKelvin()) : "not seen",
                    observed ? String.format(Locale.ROOT, "\u00b1 %.1f K", look.effectiveStandardError()) : "",
                    look.score() == null ? "" : HeatScore.shown(look.score()),
                    look.state().name(),
                    look.confidence() == null ? "" : PublishedJson.text(look.confidence()),
                    (look.provisional() && observed ? "provisional; " : "") + String.join("; ", look.flags()));
        }
        table.print(out);
        out.println();
        Table changes = new Table("date", "change", "why");
        FacilityState before = FacilityState.UNKNOWN;
        for (StateChange change : facility.changes()) {
            changes.row(
                    change.date().toString(),
                    before + " -> " + change.state(),
                    Objects.requireNonNullElse(change.reason(), ""));
            before = change.state();
        }
        changes.print(out);
    }
}
