package org.heatwatch.site;

import java.util.ArrayList;
import java.util.List;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.SiteDefect;

/** Collects what is wrong, so that all of it is told at once. */
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
