package org.heatwatch.stack;

/**
 * A LocalStack shared by all tests of this process, because starting one takes 15 seconds and half a gigabyte.
 */
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
