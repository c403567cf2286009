package org.heatwatch.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.heatwatch.cli.options.DataFolder;
import org.heatwatch.cli.progress.Progress;
import org.heatwatch.cli.progress.Workers;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.Reextraction;
import org.heatwatch.intake.SampleExtractor;
import org.heatwatch.intake.ScoringRequests;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.ledger.StoredSites;
import org.heatwatch.raster.ClipTiff;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.LocalWatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reextract",
        description = "Extracts samples again from stored clips that an older version processed.",
        footer = {
            "",
            "Run this after an update that changes sample extraction. It reads nothing from the Landsat "
                    + "archive. You can stop it at any time and run it again.",
            "",
            "Examples:",
            "  heatwatch reextract --data data/demo",
            "  heatwatch reextract --stack heatwatch"
        })
final class ReextractCommand extends HeatWatchCommand {
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "Process the clips of a deployed stack, with your AWS credentials; default: the local store.")
    private @Nullable String stack;

    @Option(names = "--region", description = "Region of the stack; default: us-west-2.")
    private @Nullable String region;

    @Mixin
    private final DataFolder data = new DataFolder();

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Override
    public Integer call() throws InterruptedException {
        if (stack != null) {
            RemoteStack remote = RemoteStack.find(stack, region);
            reextract(remote.ledger(), remote.clips(), remote.scoringRequests());
            return result();
        }
        try (LocalStore store = LocalStore.open(data.path())) {
            reextract(store.ledger(), store.clips(), store::requestScoring);
            Path folder = store.mailFolder();
            int mails = LocalWatch.of(store).scoreRequested().size();
            if (mails > 0) {
                out().printf("%d mails delivered to %s%n", mails, folder);
            }
            return result();
        }
    }

    private int result() {
        failures.forEach(failure -> err().println("heatwatch: " + failure));
        return failures.isEmpty() ? 0 : HeatWatch.FAILED;
    }

    private void reextract(Ledger ledger, ClipStore clips, ScoringRequests scoring) throws InterruptedException {
        Reextraction reextraction = new Reextraction(new ClipTiff(), clips, SampleExtractor.current(), ledger);
        StoredSites sites = ledger.sites(ledger.siteIds());
        sites.unreadable().forEach(failure -> failures.add(String.valueOf(failure.getMessage())));
        for (SiteDefinition definition : sites.definitions()) {
            List<SceneRecord> outdated = reextraction.outdated(definition.siteId());
            Map<Reextraction.Outcome, Integer> counts = new EnumMap<>(Reextraction.Outcome.class);
            if (!outdated.isEmpty()) {
                WatchedSite watched = WatchedSite.of(definition);
                Progress progress = Progress.of(err(), outdated.size());
                Workers.forEach(outdated, scene -> {
                    try {
                        Reextraction.Outcome outcome = reextraction.reextract(scene, watched);
                        synchronized (counts) {
                            counts.merge(outcome, 1, Integer::sum);
                        }
                    } catch (HeatWatchException e) {
                        failures.add(scene.acquisition() + ": " + e.getMessage());
                    } catch (RuntimeException e) {
                        // Whatever happens to a clip, the others go on.
                        failures.add("%s: internal error: %s; please report it with the clip"
                                .formatted(scene.acquisition(), e));
                    }
                    progress.step();
                });
                scoring.requestScoring(definition.siteId());
            }
            out().println(definition.siteId() + ": " + text(counts));
        }
    }

    private static String text(Map<Reextraction.Outcome, Integer> counts) {
        return counts.isEmpty()
                ? "all scenes are up to date (extraction version "
                        + SampleExtractor.current().version() + ")"
                : String.join(
                        ", ",
                        counts.entrySet().stream()
                                .map(count -> count.getValue() + " "
                                        + count.getKey()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '))
                                .toList());
    }
}
