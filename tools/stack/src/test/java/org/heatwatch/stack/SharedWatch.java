package org.heatwatch.stack;

/** A stack shared by tests that do not change it, because creating one takes half a minute. */
final class SharedWatch {
    private static final Watch INSTANCE = begin();

    private SharedWatch() {}

    private static Watch begin() {
        try {
            return Watch.begin(SharedCloud.get(), "heatwatch", Repository.text("template.yaml"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stack was created", e);
        }
    }

    static Watch get() {
        return INSTANCE;
    }
}
