package org.heatwatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heatwatch.aws.S3Archive;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.intake.NotificationProcessor;
import org.heatwatch.intake.NotificationResult;
import org.heatwatch.intake.NotificationTimes;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SampledGrid;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.store.ArchiveFolder;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.LocalWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "notify",
        description = "Processes a notification as the deployed function does, and prints the result.",
        footer = {
            "",
            "EVENT contains a notification as published, an SNS envelope, an SNS event, an SQS event, or the "
                    + "output of `aws sqs receive-message`. "
                    + "Exits with 1 if a deployed queue would retry the message or move it to the dead-letter "
                    + "queue. There are no retries here: a product that cannot be read is recorded as unreadable at "
                    + "once.",
            "",
            "Examples:",
            "  heatwatch notify events/raw-l1tp-t1.json --archive bucket --site sites/kaesong.geojson",
            "  heatwatch notify events/sqs-batch.json --archive bucket --site sites/kaesong.geojson --data /tmp/store"
        })
final class NotifyCommand extends HeatWatchCommand {
    @Parameters(paramLabel = "EVENT", description = "File with the notification.")
    @SuppressWarnings("NullAway.Init")
    private Path event;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the layout of the Landsat bucket; it is only read.")
    @SuppressWarnings("NullAway.Init")
    private Path archive;

    @Option(
            names = "--site",
            paramLabel = "FILE",
            required = true,
            description = "Site definition (GeoJSON), or the id of a recorded site.")
    @SuppressWarnings("NullAway.Init")
    private Path site;

    @Mixin
    private final DataFolder data = new DataFolder();

    private record State(List<SceneRecord> scenes, List<IntakeRecord> outcomes) {
        static State of(Ledger ledger, String siteId) {
            return new State(ledger.scenes(siteId), ledger.intake(siteId));
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = out();
        List<String> messages = EventFile.messages(event);
        ArchiveFolder.require(archive);
        try (LocalStore store = LocalStore.open(data.path())) {
            Ledger ledger = store.ledger();
            String siteId = SiteDefinitions.saved(site, ledger).site().id();
            State before = State.of(ledger, siteId);
            NotificationProcessor processor = new NotificationProcessor(
                    ledger,
                    store.intake(store.archive(archive)),
                    S3Archive.LANDSAT_BUCKET,
                    1,
                    NotificationTimes.none(),
                    result -> out.println(text(result, ledger)));
            boolean done = true;
            for (String message : messages) {
                done &= process(message, processor, out);
            }
            if (State.of(ledger, siteId).equals(before)) {
                out.println("nothing has changed in the ledger");
            }
            LocalWatch.of(store).scoreRequested().forEach(delivered -> out.println("mail: " + delivered.file()));
            return done ? 0 : HeatWatch.FAILED;
        }
    }

    /** Processes one message; a failure does not stop the others, as in the deployed function. */
    private static boolean process(String message, NotificationProcessor processor, PrintWriter out) {
        try {
            return processor.process(message, 1, Optional.empty());
        } catch (HeatWatchException e) {
            out.println("not taken in: " + e.getMessage());
            return false;
        }
    }

    private static String text(NotificationResult result, Ledger ledger) {
        return switch (result) {
            case NotificationResult.TakenIn(var product, var siteId, var outcome) ->
                "%s: %s".formatted(product, text(product, siteId, outcome, ledger));
            case NotificationResult.Forwarded(var product, var sites) ->
                "%s: a message for each of %d sites".formatted(product, sites);
            case NotificationResult.NotOurs(var product, var reason) -> "%s: not ours: %s".formatted(product, reason);
            case NotificationResult.Refused(var why) -> "refused: %s".formatted(why.getMessage());
            case NotificationResult.Failed failed ->
                ledger.intake(failed.siteId(), failed.product())
                        .map(intake -> "%s: %s"
                                .formatted(
                                        failed.product(),
                                        text(failed.product(), failed.siteId(), intake.outcome(), ledger)))
                        .orElseGet(() -> "%s: not taken in: %s"
                                .formatted(failed.product(), failed.why().getMessage()));
        };
    }

    private static String text(ProductId product, String siteId, IntakeOutcome outcome, Ledger ledger) {
        return switch (outcome) {
            case IntakeOutcome.Recorded _ ->
                "recorded for %s%s"
                        .formatted(
                                siteId,
                                ledger.scene(siteId, product.acquisition())
                                        .map(NotifyCommand::text)
                                        .orElse(""));
            case IntakeOutcome.Superseded(var by) -> "superseded by " + by;
            case IntakeOutcome.NotOurs(var reason) -> "not ours: " + reason;
            case IntakeOutcome.Unreadable(var reason) -> "unreadable: " + reason;
        };
    }

    private static String text(SceneRecord scene) {
        String grid =
                switch (scene.grid()) {
                    case SampledGrid.Resolved _ -> "grid resolved";
                    case SampledGrid.Unresolved(var reason) -> "grid unresolved (" + reason + ")";
                };
        return String.format(Locale.ROOT, ", %s, %.0f %% clear by QA_PIXEL", grid, scene.clearFraction() * 100);
    }
}
