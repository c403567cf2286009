package org.heatwatch.errors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Combines a defect that many features share into one. */
public final class SharedDefects {
    private static final int FEWEST = 3;
    private static final int NAMED = 3;
    private static final Pattern VALUES = Pattern.compile("\"[^\"]*\"|'[^']*'|\\[[^]]*]|-?\\d+(\\.\\d+)?");

    private SharedDefects() {}

    /**
     * The defects in their order, with one in place of three or more features that differ in numbers and quoted values
     * only. It states how many they are and names the first three.
     */
    public static List<SiteDefect> combined(List<SiteDefect> defects) {
        Map<String, List<SiteDefect>> groups = new LinkedHashMap<>();
        for (SiteDefect defect : defects) {
            groups.computeIfAbsent(key(defect), _ -> new ArrayList<>()).add(defect);
        }
        List<SiteDefect> combined = new ArrayList<>();
        for (List<SiteDefect> group : groups.values()) {
            if (group.size() < FEWEST) {
                combined.addAll(group);
            } else {
                combined.add(one(group));
            }
        }
        return List.copyOf(combined);
    }

    private static String key(SiteDefect defect) {
        String form = VALUES.matcher(defect.problem() + "\n" + defect.advice()).replaceAll("#");
        return isFeature(defect.where()) ? form : defect.where() + "\n" + form;
    }

    private static boolean isFeature(String where) {
        return !where.equals("collection") && !where.equals("file") && !where.contains("[");
    }

    private static SiteDefect one(List<SiteDefect> group) {
        SiteDefect first = group.getFirst();
        List<String> names = group.stream().limit(NAMED).map(SiteDefect::where).toList();
        String others = group.size() > NAMED ? " and %d more".formatted(group.size() - NAMED) : "";
        boolean same = group.stream().allMatch(defect -> defect.problem().equals(first.problem()));
        return new SiteDefect(
                "%d features (%s%s)".formatted(group.size(), String.join(", ", names), others),
                same ? first.problem() : first.problem() + ", the others likewise",
                first.advice());
    }
}
