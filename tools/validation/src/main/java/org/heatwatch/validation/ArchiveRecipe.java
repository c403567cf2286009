package org.heatwatch.validation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What a simulated archive is made of; each {@code with} returns a changed copy.
 *
 * @param dormantLooks clear looks of the dormant years, at most 97
 * @param groups what is simulated after the dormant years, in an order drawn at random
 * @param staticKelvin standard deviation of the static ground over 100 m
 * @param clutterShare standard deviation over 100 m of what each scene draws anew, as a share of the static one
 * @param clutterMetres length over which the clutter of a scene is smooth; 0: it follows fields and roofs, sharp edges and
 *     all
 * @param contrastJitter standard deviation of the factor on all static contrasts of a scene
 * @param buildingKelvin standard deviation from building to building of its constant warmth
 * @param ownKelvin standard deviation of each building's own warmth from scene to scene
 * @param driftKelvin standard deviation of the random walk of each building's warmth in a year
 * @param shape of the sensor's point spread; empty: drawn for each archive
 * @param fwhmMetres mean full width at half maximum of the point spread
 * @param fwhmJitter largest share by which an archive's width differs from that
 * @param registrationMetres root mean square misplacement of a scene along each axis
 * @param bend metres by which the native grid is bent across track per square kilometre along it
 * @param footprintErrorMetres distance by which each outline of the site definition is off, in a direction of its own
 * @param assumedTauShare share of the scenes whose transmittance is assumed for want of a level-2 product
 * @param cloudProbability share of the scenes with clouds
 * @param cloudShare share of the ground that clouds cover in those scenes, overlaps not counted
 * @param missedEdgeMetres width of the thin edge of each cloud that the mask misses
 * @param pixels side of the window
 */
@RecordBuilder
public record ArchiveRecipe(
        int dormantLooks,
        List<TestGroup> groups,
        double staticKelvin,
        double clutterShare,
        double clutterMetres,
        double contrastJitter,
        double buildingKelvin,
        double ownKelvin,
        double driftKelvin,
        Optional<SpreadShape> shape,
        double fwhmMetres,
        double fwhmJitter,
        double registrationMetres,
        double bend,
        double footprintErrorMetres,
        double assumedTauShare,
        double cloudProbability,
        double cloudShare,
        double missedEdgeMetres,
        int pixels)
        implements ArchiveRecipeBuilder.With {

    public ArchiveRecipe {
        groups = List.copyOf(groups);
        long names = groups.stream().map(TestGroup::name).distinct().count();
        require(names == groups.size(), "different names of test groups", (double) names);
        require(dormantLooks >= 0 && dormantLooks <= 97, "dormant looks", dormantLooks);
        require(staticKelvin > 0, "staticKelvin", staticKelvin);
        require(clutterShare >= 0, "clutterShare", clutterShare);
        require(clutterMetres >= 0, "clutterMetres", clutterMetres);
        require(ownKelvin >= 0, "ownKelvin", ownKelvin);
        require(driftKelvin >= 0, "driftKelvin", driftKelvin);
        require(fwhmMetres > 0, "fwhmMetres", fwhmMetres);
        require(fwhmJitter >= 0, "fwhmJitter", fwhmJitter);
        require(registrationMetres >= 0, "registrationMetres", registrationMetres);
        require(Double.isFinite(bend), "bend", bend);
        require(footprintErrorMetres >= 0, "footprintErrorMetres", footprintErrorMetres);
        require(assumedTauShare >= 0 && assumedTauShare <= 1, "assumedTauShare", assumedTauShare);
        require(cloudProbability >= 0 && cloudProbability <= 1, "cloudProbability", cloudProbability);
        require(missedEdgeMetres >= 0, "missedEdgeMetres", missedEdgeMetres);
    }

    /**
     * The reference experiment with 90 dormant looks and no test scenes: buildings of 3,000-7,000 m2 that vary by 0.6 K of
     * their own, clutter that differs from scene to scene by 30 % of the static one, everything else known or absent.
     */
    public static ArchiveRecipe reference() {
        return ArchiveRecipeBuilder.builder()
                .dormantLooks(90)
                .groups(List.of())
                .staticKelvin(0.8)
                .clutterShare(0.3)
                .clutterMetres(150)
                .contrastJitter(0.1)
                .buildingKelvin(2)
                .ownKelvin(0.6)
                .shape(Optional.empty())
                .fwhmMetres(115)
                .fwhmJitter(0.03)
                .cloudShare(0.15)
                .pixels(96)
                .build();
    }

    /** With a point spread of this shape in every archive. */
    public ArchiveRecipe withShape(SpreadShape every) {
        return withShape(Optional.of(every));
    }

    private static void require(boolean met, String what, double value) {
        if (!met) {
            throw new IllegalArgumentException("no recipe with %s of %s".formatted(what, value));
        }
    }
}
