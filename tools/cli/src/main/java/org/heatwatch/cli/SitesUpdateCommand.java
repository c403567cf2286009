package org.heatwatch.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.heatwatch.cli.data.SiteStore;
import org.heatwatch.cli.data.WatchedSites;
import org.heatwatch.cli.options.StoreOptions;
import org.heatwatch.ledger.SiteDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        description = "Saves a new version of a site in a deployed stack or in the local store.",
        footer = {
            "",
            "The older versions are kept. If the bounds or the projection change, the scenes have to be taken in "
                    + "again: a stack does so for the last 60 days; run heatwatch backfill for the rest.",
            "",
            "Example:",
            "  heatwatch sites update works.geojson --stack heatwatch"
        })
final class SitesUpdateCommand extends HeatWatchCommand {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Parameters(paramLabel = "FILE", description = "Site definition (GeoJSON).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        try (SiteStore store = options.open()) {
            Optional<SiteDefinition> saved = new WatchedSites(store).update(file);
            saved.ifPresentOrElse(
                    version -> SavedSite.print(version, "saved in " + store.name(), out()),
                    () -> out().printf("%s: is the current version in %s; nothing was saved%n", file, store.name()));
            return 0;
        }
    }
}
