package org.heatwatch.story;

/** A scenario can't be told; the message names the file and the member, what is wrong and what to do. */
public final class BadScenario extends RuntimeException {
    BadScenario(String message) {
        super(message);
    }
}
