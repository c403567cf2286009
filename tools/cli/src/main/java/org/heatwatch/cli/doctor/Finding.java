package org.heatwatch.cli.doctor;

/**
 * The result of one check of {@code doctor}.
 *
 * @param what what was checked, such as "Docker"
 * @param needed whether every command needs it
 * @param detail what was found; or what is missing, how to install it, and what needs it
 */
public record Finding(String what, boolean works, boolean needed, String detail) {

    /** The result of a check of a tool that only tests need. */
    public static Finding ofTests(String what, boolean works, String detail) {
        return new Finding(what, works, false, detail);
    }

    /** "ok", "FAILS", or "absent" for a tool that only tests need. */
    public String state() {
        if (works) {
            return "ok";
        }
        return needed ? "FAILS" : "absent";
    }
}
