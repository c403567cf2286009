package org.heatwatch.functions.reconcile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.reconcile.ArchiveDays;
import org.jspecify.annotations.Nullable;

/**
 * The input of the function: {@code {"depth": "light"}}, {@code {"depth": "full"}}, or {@code {"depth": "full", "from":
 * "2025-01-01", "to": "2025-03-31"}}. With {@code "site"} it is for one site, as are the messages of the queue. With
 * {@code "by": "messages"} the function only sends such a message for each site.
 *
 * @param full whether the ledger is also compared with the archive
 * @param days the days that are compared; empty for the default period
 * @param site the only site; empty for all
 * @param byMessages whether a message is sent for each site, however few there are
 */
record ReconcileRequest(boolean full, Optional<ArchiveDays> days, Optional<String> site, boolean byMessages) {

    /**
     * Reads the input of an invocation.
     *
     * @throws IllegalArgumentException if the input is invalid; the message names the member
     */
    static ReconcileRequest parse(Map<String, ?> input) {
        Object depth = input.get("depth");
        Optional<String> site = Optional.ofNullable(input.get("site")).map(Object::toString);
        boolean byMessages = "messages".equals(input.get("by"));
        if ("light".equals(depth)) {
            return new ReconcileRequest(false, Optional.empty(), site, byMessages);
        }
        if (!"full".equals(depth)) {
            throw new IllegalArgumentException("depth is '%s'; give \"light\" or \"full\"".formatted(depth));
        }
        Optional<LocalDate> from = date(input.get("from"), "from");
        Optional<LocalDate> to = date(input.get("to"), "to");
        if (from.isPresent() != to.isPresent()) {
            throw new IllegalArgumentException("from and to belong together; give both or neither");
        }
        return new ReconcileRequest(
                true, from.flatMap(first -> to.map(last -> new ArchiveDays(first, last))), site, byMessages);
    }

    /** The members of the message for one site. */
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("depth", full ? "full" : "light");
        days.ifPresent(range -> {
            members.put("from", range.from().toString());
            members.put("to", range.to().toString());
        });
        return members;
    }

    private static Optional<LocalDate> date(@Nullable Object text, String name) {
        try {
            return Optional.ofNullable(text).map(value -> LocalDate.parse(value.toString()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("%s is '%s'; give a date such as 2025-11-04".formatted(name, text), e);
        }
    }
}
