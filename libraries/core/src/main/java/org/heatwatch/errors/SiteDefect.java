package org.heatwatch.errors;

/**
 * One thing wrong with a site definition.
 *
 * @param where a feature's id, or a name for the place where there is no id, such as {@code feature 3} or
 *     {@code collection}
 * @param problem what is wrong
 * @param advice what to do about it
 */
public record SiteDefect(String where, String problem, String advice) {

    @Override
    public String toString() {
        return where + ": " + problem + " - " + advice;
    }
}
