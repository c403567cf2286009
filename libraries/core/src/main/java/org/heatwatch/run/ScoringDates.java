package org.heatwatch.run;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Store of the day on which each site is due for scoring. The ledger makes a site due in the transaction that records a
 * scene or a definition.
 *
 * <p>Methods throw {@link org.heatwatch.errors.SourceUnavailable} if the store does not answer, and {@link
 * org.heatwatch.errors.AccessDenied} if it refuses.
 */
public interface ScoringDates {

    /** The date of a site; empty if none is stored, as by earlier versions: the site is due. */
    Optional<ScoringDate> find(String siteId);

    /**
     * Sets the date of a site after it was scored, unless a scene or definition came since.
     *
     * @param seen the stored date before the input of the run was read
     */
    void set(String siteId, Optional<ScoringDate> seen, LocalDate day, String code);

    /** No-op implementation: every site is always due. */
    static ScoringDates none() {
        return new ScoringDates() {
            @Override
            public Optional<ScoringDate> find(String siteId) {
                return Optional.empty();
            }

            @Override
            public void set(String siteId, Optional<ScoringDate> seen, LocalDate day, String code) {}
        };
    }
}
