package org.heatwatch.golden;

/**
 * One place in which a result is not what its golden file says.
 *
 * @param at JSON pointer, or column and row
 * @param golden value in the file
 * @param actual value of the result, in words where there is none
 */
record Difference(String at, String golden, String actual) {
    private static final int LONGEST = 300;

    String text() {
        return "at %s: was %s, is %s".formatted(at.isEmpty() ? "/" : at, brief(golden), brief(actual));
    }

    private static String brief(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }
}
