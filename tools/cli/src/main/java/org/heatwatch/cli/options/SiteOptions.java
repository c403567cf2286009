package org.heatwatch.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heatwatch.api.Sources;
import org.heatwatch.cli.data.SiteDefinitions;
import org.heatwatch.cli.data.SiteSource;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.stack.RemoteStack;
import org.heatwatch.ledger.Ledger;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.StoreFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select a site and the store or stack with its data. */
public final class SiteOptions {
    /** Ids of sites that a message names. */
    private static final int MAX_NAMES = 20;

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description = "Site definition (GeoJSON), or the id of a recorded site; default: the only site of the "
                    + "store, in that of the demo the site with outlines. With --stack, the file only selects the "
                    + "site, and the definition in the stack is used.")
    private @Nullable Path file;

    @Mixin
    private final DataFolder data = new DataFolder();

    @ArgGroup(exclusive = false)
    private @Nullable StackOptions stack;

    /** Opens the selected store or stack. */
    public SiteSource open() {
        if (stack != null) {
            RemoteStack remote = stack.find();
            Sources sources = remote.sources();
            return SiteSource.of(sources, deployed(sources.ledger(), remote.name()));
        }
        LocalStore store = LocalStore.read(data.path());
        try {
            return SiteSource.of(store, local(store));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private Site local(LocalStore store) {
        Path selected = file;
        if (selected != null) {
            return recorded(selected, store.ledger()).orElseGet(() -> SiteFile.read(selected));
        }
        return store.defaultSite()
                .flatMap(store.ledger()::site)
                .map(SiteDefinition::site)
                .orElseGet(() -> only(store.ledger(), data.path().toString(), adviceOnEmptyStore()));
    }

    private String adviceOnEmptyStore() {
        return StoreFolder.inside(data.path())
                .map(other -> "did you mean --data %s?".formatted(other))
                .orElse("run `heatwatch demo` or `heatwatch backfill`, or give another --data DIR");
    }

    /**
     * The recorded site with an id; empty if the text is the name of a file.
     *
     * @throws CommandFailure if there is neither a file nor a recorded site of this name
     */
    private static Optional<Site> recorded(Path selected, Ledger ledger) {
        return SiteDefinitions.recorded(selected, ledger).map(SiteDefinition::site);
    }

    private Site deployed(Ledger ledger, String stackName) {
        String stackText = "stack " + stackName;
        if (file == null) {
            return only(ledger, stackText, "run `heatwatch backfill`");
        }
        Optional<Site> recorded = recorded(file, ledger);
        if (recorded.isPresent()) {
            return recorded.get();
        }
        String id = SiteFile.read(file).id();
        return ledger.site(id)
                .orElseThrow(() -> new CommandFailure(
                        "%s: %s has no such site; leave --site out to use its only site".formatted(id, stackText)))
                .site();
    }

    private static Site only(Ledger ledger, String where, String advice) {
        List<String> ids = ledger.siteIds("", MAX_NAMES + 1);
        if (ids.size() > 1) {
            throw new CommandFailure("%s: contains several sites (%s%s); select one with --site ID"
                    .formatted(
                            where,
                            ids.stream().limit(MAX_NAMES).collect(Collectors.joining(", ")),
                            ids.size() > MAX_NAMES ? ", and more" : ""));
        }
        return ids.stream()
                .flatMap(id -> ledger.site(id).stream())
                .findFirst()
                .orElseThrow(() -> new CommandFailure("%s: contains no site; %s".formatted(where, advice)))
                .site();
    }
}
