package org.heatwatch.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Parameters that social media, mail programs and old scripts add to links. A page ignores them; a request for data
 * that has one is refused as one with any other unknown parameter.
 */
final class TrackingParameters {
    private static final Pattern NAMES =
            Pattern.compile("utm_[a-z_]+|mtm_[a-z_]+|pk_[a-z_]+|[a-z]{1,4}clid|mc_[ce]id|igshid|igsh"
                    + "|_ga|_gl|_hsenc|_hsmi|__hs[a-z]+|ref_src|ref_url|s_cid|si|wbraid|gbraid|gad_source|_");

    private TrackingParameters() {}

    /** The parameters of a page without those. */
    static Map<String, List<String>> removedFrom(Map<String, List<String>> query) {
        Map<String, List<String>> rest = new TreeMap<>(query);
        rest.keySet().removeIf(name -> NAMES.matcher(name).matches());
        return rest;
    }
}
