package org.heatwatch.raster;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import org.heatwatch.errors.SourceUnavailable;

/** Makes ports fail randomly before or after the effect of a call. */
final class Faults {
    private final Random random;
    private final double chance;
    private boolean stopped;

    Faults(Random random, double chance) {
        this.random = random;
        this.chance = chance;
    }

    static Faults none() {
        return new Faults(new Random(0), 0);
    }

    void stop() {
        stopped = true;
    }

    void resume() {
        stopped = false;
    }

    void maybe() {
        if (!stopped && random.nextDouble() < chance) {
            throw new SourceUnavailable("a port", "failed by chance", "try again");
        }
    }

    <T> T on(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    maybe();
                    try {
                        Object answer = method.invoke(real, arguments);
                        maybe();
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
