package org.heatwatch.cli;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.cli.data.SiteStore;
import org.heatwatch.cli.options.StoreOptions;
import org.heatwatch.cli.output.Format;
import org.heatwatch.cli.output.Output;
import org.heatwatch.cli.output.Table;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.ledger.StoredSites;
import org.heatwatch.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "Lists the sites of a deployed stack or of the local store.",
        footer = {
            "",
            "Lists up to --limit sites in the order of their ids; --after continues after the last one. Exits with "
                    + "1 if the definition of a site cannot be read.",
            "",
            "Examples:",
            "  heatwatch sites list --stack heatwatch",
            "  heatwatch sites list --stack heatwatch --limit 1000 --after works --format json"
        })
final class SitesListCommand extends HeatWatchCommand {
    private static final int DEFAULT_LIMIT = 100;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(names = "--after", paramLabel = "ID", description = "Only sites with an id after this one.")
    private String after = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Maximum number of sites; default: " + DEFAULT_LIMIT + ".")
    private int limit = DEFAULT_LIMIT;

    @Option(names = "--format", description = "Output format: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    private record Listed(String id, String name, int version, String scenes, int features) {
        static Listed of(SiteDefinition definition) {
            Site site = definition.site();
            return new Listed(
                    site.id(),
                    site.name(),
                    definition.version(),
                    SavedSite.scenes(site),
                    site.features().size());
        }
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw misuse("--limit %d: give at least 1".formatted(limit));
        }
        try (SiteStore store = options.read()) {
            Ledger ledger = store.ledger();
            List<String> ids = ledger.siteIds(after, limit);
            StoredSites stored = ledger.sites(ids);
            List<Listed> listed = new ArrayList<>();
            List<HeatWatchException> unreadable = new ArrayList<>(stored.unreadable());
            for (SiteDefinition definition : stored.definitions()) {
                try {
                    listed.add(Listed.of(definition));
                } catch (HeatWatchException e) {
                    unreadable.add(e);
                }
            }
            print(listed);
            if (ids.size() == limit && format == Format.TABLE) {
                out().printf("continue with --after %s%n", ids.getLast());
            }
            unreadable.forEach(failure -> err().println("heatwatch: " + failure.getMessage()));
            return unreadable.isEmpty() ? 0 : HeatWatch.FAILED;
        }
    }

    private void print(List<Listed> listed) {
        if (format == Format.JSON) {
            Output.json(out(), listed);
        } else if (listed.isEmpty()) {
            out().println("no sites");
        } else {
            Table table = Table.of("id", "name", "version", "watched in", "features");
            listed.forEach(site -> table.row(
                    site.id(),
                    site.name(),
                    Integer.toString(site.version()),
                    site.scenes(),
                    Integer.toString(site.features())));
            table.print(out());
        }
    }
}
