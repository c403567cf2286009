package org.heatwatch.stack;

/** One LocalStack for all tests of this process: starting it takes a quarter of a minute, and each fills half a gigabyte. */
final class SharedCloud {
    private static final LocalCloud INSTANCE = start();

    private SharedCloud() {}

    private static LocalCloud start() {
        LocalCloud cloud = new LocalCloud();
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        return cloud;
    }

    static LocalCloud get() {
        return INSTANCE;
    }
}
