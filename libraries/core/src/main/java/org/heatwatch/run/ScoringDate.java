package org.heatwatch.run;

import java.time.LocalDate;

/**
 * The next day on which a site must be scored, even if no scene comes.
 *
 * @param day from its start on the site is due; {@link LocalDate#EPOCH} if a scene or a definition came since the last
 *     run
 * @param code version of the code that determined the day; another version may find another result
 * @param revision changes each time that a scene or a definition comes
 */
public record ScoringDate(LocalDate day, String code, String revision) {

    /** Whether the site must be scored on a day, by the given version of the code. */
    public boolean isDue(LocalDate today, String currentCode) {
        return !day.isAfter(today) || !code.equals(currentCode);
    }
}
