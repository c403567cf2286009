package org.heatwatch.site;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.SiteDefect;

/** Collects the defects of a site definition, so that one error reports all of them. */
final class Defects {

    private final List<SiteDefect> found = new ArrayList<>();

    void add(String where, String problem, String advice) {
        found.add(new SiteDefect(where, problem, advice));
    }

    int count() {
        return found.size();
    }

    void throwIfAny(String source) {
        if (!found.isEmpty()) {
            throw new BadSite(source, found);
        }
    }
}
