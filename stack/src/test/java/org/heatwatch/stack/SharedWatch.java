package org.heatwatch.stack;

/** One stack for all tests of this process: making it takes half a minute. */
final class SharedWatch {
    private static final SharedWatch INSTANCE = new SharedWatch();

    private final Watch watch;

    private SharedWatch() {
        LocalCloud cloud = new LocalCloud();
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        try {
            watch = Watch.begin(cloud);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stack was made", e);
        }
    }

    static Watch get() {
        return INSTANCE.watch;
    }
}
