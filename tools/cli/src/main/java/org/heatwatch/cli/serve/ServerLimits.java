package org.heatwatch.cli.serve;

import java.time.Duration;
import java.util.Map;

/**
 * Time limits of the HTTP server of the JDK, which reads them once, when its first server is created. Properties that
 * are set on the command line of Java stay.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/25/docs/api/jdk.httpserver/module-summary.html">module
 *     jdk.httpserver</a>
 */
final class ServerLimits {
    /** Time for the header and body of a request; a connection that has not sent them by then is closed. */
    static final Duration REQUEST = Duration.ofSeconds(30);

    /** Time for computing and sending a response. */
    static final Duration RESPONSE = Duration.ofMinutes(10);

    /** Time after which a connection without a request is closed. */
    static final Duration IDLE = Duration.ofSeconds(30);

    /** More than a browser opens, and few enough that their buffers are a few megabytes. */
    static final int MOST_CONNECTIONS = 1000;

    private static final String PREFIX = "sun.net.httpserver.";

    private ServerLimits() {}

    /** Sets the limits; has no effect after the first server of this process was created. */
    static void apply() {
        Map.of(
                        PREFIX + "maxReqTime",
                        Long.toString(REQUEST.toSeconds()),
                        PREFIX + "maxRspTime",
                        Long.toString(RESPONSE.toSeconds()),
                        PREFIX + "idleInterval",
                        Long.toString(IDLE.toSeconds()),
                        // Without it, the end of a response waits for the acknowledgement of its beginning.
                        PREFIX + "nodelay",
                        "true",
                        "jdk.httpserver.maxConnections",
                        Integer.toString(MOST_CONNECTIONS),
                        // Of 200 by default, the others are closed, while their next request may be on its way.
                        PREFIX + "maxIdleConnections",
                        Integer.toString(MOST_CONNECTIONS))
                .forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }
}
