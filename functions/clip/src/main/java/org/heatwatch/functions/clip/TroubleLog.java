package org.heatwatch.functions.clip;

/** Hears of messages that could not be judged, and will be delivered again. */
@FunctionalInterface
public interface TroubleLog {

    void tell(String messageId, RuntimeException why);
}
