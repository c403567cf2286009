package org.heatwatch.validation;

/**
 * How much is simulated.
 *
 * @param archives of the reference experiment
 * @param idleScenes of each, in which nothing is on
 * @param onScenes of each and of each excess
 * @param variantArchives of each variant of the robustness table
 * @param variantScenes of each group in those
 * @param replicates of the bootstrap
 * @param siteYears of states that are simulated
 */
public record Effort(
        int archives,
        int idleScenes,
        int onScenes,
        int variantArchives,
        int variantScenes,
        int replicates,
        int siteYears) {
    /** Some minutes; its tolerances catch a real loss of power, not a small one. */
    public static final Effort SHORT = new Effort(2, 30, 20, 1, 8, 200, 2000);

    /** What docs/validation.md was made with. */
    public static final Effort FULL = new Effort(20, 30, 25, 2, 15, 1000, 20000);
}
