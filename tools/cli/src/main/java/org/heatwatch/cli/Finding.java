package org.heatwatch.cli;

/**
 * One line of the doctor's.
 *
 * @param what the thing that was looked for
 * @param needed whether every command needs it
 * @param detail what was found, or what is missing, what for, and how to get it
 */
record Finding(String what, boolean works, boolean needed, String detail) {

    /** Of something that only tests need. */
    static Finding ofTests(String what, boolean works, String detail) {
        return new Finding(what, works, false, detail);
    }

    String state() {
        if (works) {
            return "ok";
        }
        return needed ? "FAILS" : "absent";
    }
}
