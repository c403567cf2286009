package org.heatwatch.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.heatwatch.api.PublishedSite;
import org.heatwatch.cli.data.Facilities;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.Rows;
import org.heatwatch.cli.output.Table;
import org.heatwatch.cli.output.TableFormat;
import org.heatwatch.cli.report.StateTable;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.pictures.ChartedFacility;
import org.heatwatch.publication.ObservationStatus;
import org.heatwatch.publication.PublishedJson;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
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
        description = "Shows the current state of all facilities, or all observations of one of them.",
        footer = {
            "",
            "JSON and CSV contain every observation, of all facilities and controls unless you name one. "
                    + "A reference parcel is printed only if you name it.",
            "",
            "Examples:",
            "  heatwatch history --site sites/kaesong.geojson",
            "  heatwatch history amos --data data/demo",
            "  heatwatch history \"Jaeyoung Solutec\" --data data/demo",
            "  heatwatch history --data data/demo --format csv > observations.csv",
            "  heatwatch history --stack heatwatch"
        })
final class HistoryCommand extends SiteDataCommand {
    /** Components of published observations that are not printed. */
    private static final Set<String> NOT_PRINTED = Set.of("acquiredAt", "counted", "standsOut", "startSum");

    private static final List<String> COLUMNS = Rows.components(PublishedObservation.class)
            .filter(name -> !NOT_PRINTED.contains(name))
            .toList();

    @Parameters(
            paramLabel = "FACILITY",
            arity = "0..1",
            description = "Id or name of a facility, control or reference parcel.")
    private @Nullable String facility;

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.TABLE;

    @Override
    void print(SiteSource source, PrintWriter out) {
        PublishedSite published = source.published();
        List<ChartedFacility> selected = facility == null
                ? published.watched().stream().map(published::charted).toList()
                : List.of(one(facility, source, published));
        if (format != TableFormat.TABLE) {
            rows(selected, published.isSimulated()).print(format, out);
            return;
        }
        source.printHead(published, out);
        if (facility == null) {
            StateTable.print(out, published);
        } else {
            print(selected.getFirst(), out);
        }
    }

    private static ChartedFacility one(String id, SiteSource source, PublishedSite published) {
        Feature feature = Facilities.find(published.site(), id);
        if (feature.role() != Role.REFERENCE) {
            ChartedFacility facility = published.charted(feature);
            // Older versions published changes without reasons.
            if (facility.changes().stream().allMatch(change -> change.reason() != null)) {
                return facility;
            }
        }
        FeatureHistory history = source.rescore(published, feature.id());
        List<PublishedObservation> observations = PublishedObservation.of(history);
        return new ChartedFacility(
                feature, PublishedState.of(history, observations), observations, StateChange.of(history));
    }

    private static Rows rows(List<ChartedFacility> facilities, boolean isSimulated) {
        return new Rows(
                COLUMNS,
                facilities.stream()
                        .flatMap(facility -> facility.observations().stream())
                        .map(observation -> row(observation, isSimulated))
                        .toList());
    }

    private static ObjectNode row(PublishedObservation observation, boolean isSimulated) {
        ObjectNode row = PublishedJson.object(observation);
        row.remove(NOT_PRINTED);
        row.put("status", observation.status().name());
        if (isSimulated) {
            row.withArray("flags").add("simulated");
        }
        return row;
    }

    /** Not seen, or seen without a reference to which it could be compared. */
    private static String missing(PublishedObservation observation) {
        return observation.status() == ObservationStatus.UNCALIBRATED ? "not judged" : "not observed";
    }

    private static void print(ChartedFacility facility, PrintWriter out) {
        out.println(facility.feature().label());
        Table table = Table.of("acquisition", "pass", ">excess", ">error", ">score", "state", "confidence", "flags");
        for (PublishedObservation observation : facility.observations()) {
            boolean isObserved = observation.isObserved();
            table.row(
                    observation.acquisition().id(),
                    PublishedJson.text(observation.pass()),
                    isObserved
                            ? String.format(Locale.ROOT, "%+.1f K", observation.effectiveKelvin())
                            : missing(observation),
                    isObserved ? String.format(Locale.ROOT, "\u00b1 %.1f K", observation.effectiveStandardError()) : "",
                    observation.score() == null ? "" : HeatScore.shown(observation.score()),
                    observation.state().name(),
                    observation.confidence() == null ? "" : PublishedJson.text(observation.confidence()),
                    (observation.provisional() && isObserved ? "provisional; " : "")
                            + String.join("; ", observation.flags()));
        }
        table.print(out);
        out.println();
        Table changes = Table.of("date", "change", "reason");
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
