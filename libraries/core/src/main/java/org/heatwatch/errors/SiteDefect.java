package org.heatwatch.errors;

/**
 * One defect of a site definition.
 *
 * @param where id of the feature, or another location, such as {@code feature 3}, {@code scenes[0]} or
 *     {@code collection}
 * @param problem description of the defect
 * @param advice how to correct it
 */
public record SiteDefect(String where, String problem, String advice) {

    @Override
    public String toString() {
        return where + ": " + problem + " - " + advice;
    }
}
