package org.heatwatch.aws;

import java.util.Arrays;
import java.util.Optional;
import org.heatwatch.announce.Kind;

/** Identifies a mail. */
public record MailKey(String siteId, Kind kind, String run) {
    private static final String PARTITION = Key.mails("").partition();

    /** Empty if no kind has this code. */
    public static Optional<MailKey> of(String siteId, String kindCode, String run) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(kindCode))
                .findFirst()
                .map(kind -> new MailKey(siteId, kind, run));
    }

    /** Reads it from the keys of an item; empty if the item is not a mail. */
    public static Optional<MailKey> parse(String partition, String sort) {
        int hash = sort.indexOf('#');
        if (!partition.startsWith(PARTITION) || hash < 0) {
            return Optional.empty();
        }
        return of(partition.substring(PARTITION.length()), sort.substring(0, hash), sort.substring(hash + 1));
    }
}
