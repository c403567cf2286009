package org.heatwatch.cli.options;

import org.heatwatch.cli.data.SiteStore;
import org.heatwatch.store.LocalStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** The options that select the store with the sites: that of a deployed stack, or a local one. */
public final class StoreOptions {
    @Mixin
    private final DataFolder data = new DataFolder();

    @ArgGroup(exclusive = false)
    private @Nullable StackOptions stack;

    /** Opens the selected store for changes. */
    public SiteStore open() {
        return stack == null ? local(LocalStore.open(data.path())) : SiteStore.of(stack.find());
    }

    /** Opens the selected store for reading, beside processes that use it. */
    public SiteStore read() {
        return stack == null ? local(LocalStore.read(data.path())) : SiteStore.of(stack.find());
    }

    private SiteStore local(LocalStore store) {
        return SiteStore.of(store, data.path().toString());
    }
}
