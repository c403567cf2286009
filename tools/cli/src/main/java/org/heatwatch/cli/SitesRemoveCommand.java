package org.heatwatch.cli;

import java.io.PrintWriter;
import org.heatwatch.cli.data.SiteStore;
import org.heatwatch.cli.data.WatchedSites;
import org.heatwatch.cli.options.StoreOptions;
import org.heatwatch.cli.output.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Ends the watching of a site in a deployed stack or in the local store.",
        footer = {
            "",
            "Without --delete-data, scenes, histories, mails and clips stay: `heatwatch sites add` continues "
                    + "with them. With it, they are deleted in small batches; if the command is stopped, "
                    + "run it again to continue. The bucket of a stack keeps deleted clips for 90 days.",
            "",
            "A product that is being taken in at this moment may still be recorded; run the command again "
                    + "a few minutes later to delete that too.",
            "",
            "Examples:",
            "  heatwatch sites remove works --stack heatwatch",
            "  heatwatch sites remove works --delete-data --yes --stack heatwatch"
        })
final class SitesRemoveCommand extends HeatWatchCommand {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Parameters(paramLabel = "ID", description = "Id of the site.")
    @SuppressWarnings("NullAway.Init")
    private String siteId;

    @Option(names = "--delete-data", description = "Delete the data of the site too; default: keep them.")
    private boolean deleteData;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Override
    public Integer call() {
        try (SiteStore store = options.open()) {
            boolean isWatched = new WatchedSites(store).isWatched(siteId);
            boolean wasRemoved = store.ledger().removedSite(siteId).isPresent();
            if (!isWatched && !(wasRemoved && deleteData)) {
                throw new CommandFailure("%s: %s has no such site; list them with `heatwatch sites list %s`"
                        .formatted(siteId, store.name(), store.option()));
            }
            if (!yes && !Confirmation.given(question(store, isWatched), out(), err())) {
                return HeatWatch.FAILED;
            }
            store.ledger().removeSite(siteId);
            if (isWatched) {
                out().printf("%s is no longer watched by %s%n", siteId, store.name());
            }
            if (deleteData) {
                erase(store);
            } else {
                out().printf(
                                "its data are kept; delete them with `heatwatch sites remove %s --delete-data %s`%n",
                                siteId, store.option());
            }
            return 0;
        }
    }

    private String question(SiteStore store, boolean isWatched) {
        int scenes = store.ledger().scenes(siteId).size();
        return "%s%s %d scenes of %s, with its history, mails and clips%s."
                .formatted(
                        isWatched ? "Ends the watching of %s by %s, and ".formatted(siteId, store.name()) : "",
                        deleteData ? "deletes" : "keeps",
                        scenes,
                        siteId,
                        deleteData ? ", which cannot be undone" : "");
    }

    private void erase(SiteStore store) {
        PrintWriter err = err();
        long[] total = {0};
        store.eraser().erase(siteId, deleted -> {
            if (deleted > total[0]) {
                err.printf("deleted %d items%n", deleted);
                err.flush();
            }
            total[0] = deleted;
        });
        out().printf("its data are deleted: %d items and clips%n", total[0]);
    }
}
