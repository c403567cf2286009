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

    /** Opens the selected store. */
    public SiteStore open() {
        return stack == null
                ? SiteStore.of(LocalStore.open(data.path()), data.path().toString())
                : SiteStore.of(stack.find());
    }
}
