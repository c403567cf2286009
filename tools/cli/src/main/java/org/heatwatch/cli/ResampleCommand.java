package org.heatwatch.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.intake.ClipStore;
import org.heatwatch.intake.Resampling;
import org.heatwatch.intake.Sampler;
import org.heatwatch.intake.SiteWaker;
import org.heatwatch.intake.WatchedSite;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SceneRecord;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.raster.ClipTiff;
import org.heatwatch.store.LocalStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "resample",
        description = "Reads the kept clips again that an older version has read.",
        footer = {
            "",
            "Run it after an update that changes how pixels become samples. Nothing is asked of the Landsat archive. It may",
            "be stopped at any time and started again.",
            "",
            "Examples:",
            "  heatwatch resample --data data/demo",
            "  heatwatch resample --stack heatwatch"
        })
final class ResampleCommand extends HeatWatchCommand {
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "Read the clips of a deployed stack, with your AWS credentials; default: the local store.")
    private @Nullable String stack;

    @Option(names = "--region", description = "Region of the stack; default us-west-2.")
    private @Nullable String region;

    @Mixin
    private final DataFolder data = new DataFolder();

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Override
    public Integer call() throws InterruptedException {
        if (stack != null) {
            RemoteStack remote = RemoteStack.find(stack, region);
            resample(remote.ledger(), remote.clips(), remote.siteWaker());
            return result();
        }
        try (LocalStore store = LocalStore.open(data.path())) {
            resample(store.ledger(), store.clips(), store::wake);
            Path folder = store.mailFolder();
            int mails = new LocalWatch(store).scoreWoken().size();
            if (mails > 0) {
                out().printf("%d mails are in %s%n", mails, folder);
            }
            return result();
        }
    }

    private int result() {
        failures.forEach(failure -> err().println("heatwatch: " + failure));
        return failures.isEmpty() ? 0 : HeatWatch.FAILED;
    }

    private void resample(Ledger ledger, ClipStore clips, SiteWaker waker) throws InterruptedException {
        Resampling resampling = new Resampling(new ClipTiff(), clips, Sampler.current(), ledger);
        for (SiteDefinition definition : ledger.sites()) {
            List<SceneRecord> outdated = resampling.outdated(definition.siteId());
            Map<Resampling.Outcome, Integer> counts = new EnumMap<>(Resampling.Outcome.class);
            if (!outdated.isEmpty()) {
                WatchedSite watched = WatchedSite.of(definition);
                Progress progress = new Progress(err(), outdated.size());
                Workers.forEach(outdated, scene -> {
                    try {
                        Resampling.Outcome outcome = resampling.resample(scene, watched);
                        synchronized (counts) {
                            counts.merge(outcome, 1, Integer::sum);
                        }
                    } catch (HeatWatchException e) {
                        failures.add(scene.acquisition() + ": " + e.getMessage());
                    }
                    progress.step();
                });
                waker.wake(definition.siteId());
            }
            out().println(definition.siteId() + ": " + text(counts));
        }
    }

    private static String text(Map<Resampling.Outcome, Integer> counts) {
        return counts.isEmpty()
                ? "every scene was read by sampler " + Sampler.current().version()
                : String.join(
                        ", ",
                        counts.entrySet().stream()
                                .map(e -> e.getValue() + " "
                                        + e.getKey()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' '))
                                .toList());
    }
}
