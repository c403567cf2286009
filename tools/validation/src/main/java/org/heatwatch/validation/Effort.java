package org.heatwatch.validation;

/**
 * Amount of simulation.
 *
 * @param archives number of archives of the reference experiment
 * @param idleScenes number of scenes per archive in which all facilities are idle
 * @param onScenes number of scenes per archive and excess
 * @param variantArchives number of archives per variant of the robustness table
 * @param variantScenes number of scenes per group in those archives
 * @param replicates number of bootstrap replicates
 * @param siteYears number of site-years for which states are simulated
 */
public record Effort(
        int archives,
        int idleScenes,
        int onScenes,
        int variantArchives,
        int variantScenes,
        int replicates,
        int siteYears) {
    /** Takes some minutes; detects a large loss of power, but not a small one. */
    public static final Effort SHORT = new Effort(2, 30, 20, 1, 8, 200, 2000);

    /** The effort of docs/validation.md. */
    public static final Effort FULL = new Effort(20, 30, 25, 2, 15, 1000, 20000);
}
