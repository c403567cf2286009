package org.heatwatch.story;

/** A scenario is invalid; the message names the file and the member, says what is wrong and what to do. */
public final class BadScenario extends RuntimeException {
    BadScenario(String message) {
        super(message);
    }
}
