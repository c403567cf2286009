package org.heatwatch.stack;

/** One stack for all tests that leave it as it was: making it takes half a minute. */
final class SharedWatch {
    private static final Watch INSTANCE = begin();

    private SharedWatch() {}

    private static Watch begin() {
        try {
            return Watch.begin(SharedCloud.get(), "heatwatch", Repository.text("template.yaml"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stack was made", e);
        }
    }

    static Watch get() {
        return INSTANCE;
    }
}
