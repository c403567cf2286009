package org.heatwatch.source;

import java.util.List;

/**
 * What the observations of a source or facility say about activity, as opposed to a new surface that is warmer than the
 * old one.
 *
 * @param tests one for each kind that the observations allow
 */
public record ActivityEvidence(List<EvidenceTest> tests) {
    /** No evidence: too few observations. */
    public static final ActivityEvidence NONE = new ActivityEvidence(List.of());

    public ActivityEvidence {
        tests = List.copyOf(tests);
    }
}
