package org.heatwatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.api.Sources;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.store.LocalStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which site a command tells of, and where what is known of it lies. */
final class SiteOptions {
    @Option(
            names = "--site",
            paramLabel = "FILE",
            description =
                    "Site definition (GeoJSON); default: the one site that is known, as it was last saved. Of a stack's "
                            + "site, its own definition is used.")
    private @Nullable Path file;

    @Mixin
    private final DataFolder data = new DataFolder();

    @ArgGroup(exclusive = false)
    private @Nullable StackOptions stack;

    SiteSource open() {
        if (stack != null) {
            RemoteStack remote = stack.find();
            Sources sources = remote.sources();
            return SiteSource.of(sources, deployed(sources.ledger(), remote.name()));
        }
        LocalStore store = LocalStore.open(data.path());
        try {
            return SiteSource.of(
                    store,
                    Optional.ofNullable(file)
                            .map(SiteFile::read)
                            .orElseGet(() -> only(
                                    store.ledger(),
                                    data.path().toString(),
                                    "run `heatwatch demo` or `heatwatch backfill`, or give another --data DIR")));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private Site deployed(Ledger ledger, String stackName) {
        String known = "stack " + stackName;
        if (file == null) {
            return only(ledger, known, "run `heatwatch backfill`");
        }
        String id = SiteFile.read(file).id();
        return ledger.site(id)
                .orElseThrow(() -> new CommandFailure("%s: no site of %s is called so".formatted(id, known)))
                .site();
    }

    private static Site only(Ledger ledger, String where, String advice) {
        List<SiteDefinition> sites = ledger.sites();
        if (sites.isEmpty()) {
            throw new CommandFailure("%s: nothing is recorded there; %s".formatted(where, advice));
        }
        if (sites.size() > 1) {
            throw new CommandFailure("%s holds several sites (%s); say which by --site FILE"
                    .formatted(where, sites.stream().map(SiteDefinition::siteId).collect(Collectors.joining(", "))));
        }
        return sites.getFirst().site();
    }
}
