package org.heatwatch.cli;

import java.nio.file.Path;
import org.heatwatch.cli.data.SiteStore;
import org.heatwatch.cli.data.WatchedSites;
import org.heatwatch.cli.options.StoreOptions;
import org.heatwatch.ledger.SiteDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Adds a site to a deployed stack or to the local store, which watches it from then on.",
        footer = {
            "",
            "A stack finds the site after a minute at the latest, without a deployment. It takes in products that "
                    + "appear from then on, and once a day those of the last weeks that are missing; "
                    + "`heatwatch backfill` requests older ones.",
            "",
            "A site that was removed continues its versions, and its data, if they were kept.",
            "",
            "Examples:",
            "  heatwatch sites add works.geojson --stack heatwatch",
            "  heatwatch sites add works.geojson --data data/works"
        })
final class SitesAddCommand extends HeatWatchCommand {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Parameters(paramLabel = "FILE", description = "Site definition (GeoJSON).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        try (SiteStore store = options.open()) {
            SiteDefinition added = new WatchedSites(store).add(file);
            SavedSite.print(added, "added to " + store.name(), out());
            out().printf("take in earlier scenes with `heatwatch backfill --site %s %s`%n", file, store.option());
            return 0;
        }
    }
}
