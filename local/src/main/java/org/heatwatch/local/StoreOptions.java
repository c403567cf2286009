package org.heatwatch.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.local.store.LocalStore;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which site a command tells of, and where what is known of it lies. */
final class StoreOptions {
    @Option(
            names = "--site",
            paramLabel = "FILE",
            description = "Site definition (GeoJSON); default: the one site of the store, as it was last saved.")
    private @Nullable Path file;

    @Mixin
    private final DataFolder data = new DataFolder();

    LocalStore open() {
        return LocalStore.open(data.path());
    }

    /** The site as the file has it, whatever the store has. */
    Site site(LocalStore store) {
        return Optional.ofNullable(file).map(SiteFile::read).orElseGet(() -> only(store));
    }

    private Site only(LocalStore store) {
        List<SiteDefinition> sites = store.ledger().sites();
        if (sites.isEmpty()) {
            throw new CommandFailure(
                    "%s: nothing is recorded there; run `heatwatch demo` or `heatwatch backfill`, or give another --data DIR"
                            .formatted(data.path()));
        }
        if (sites.size() > 1) {
            throw new CommandFailure("%s holds several sites (%s); say which by --site FILE"
                    .formatted(
                            data.path(),
                            sites.stream().map(SiteDefinition::siteId).collect(Collectors.joining(", "))));
        }
        return sites.getFirst().site();
    }
}
