package org.heatwatch.validation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Parameters of a simulated archive; each {@code with} method returns a modified copy.
 *
 * @param referenceScenes number of clear scenes in the reference period, at most 97
 * @param groups groups of test scenes after the reference period; their scenes are in random order
 * @param staticKelvin standard deviation in kelvin of the static ground temperature over 100 m
 * @param scatterShare standard deviation over 100 m of the background scatter of a scene, as a fraction of the static
 *     one
 * @param scatterMetres correlation length of the background scatter in metres; 0: it follows the sharp edges of fields
 *     and buildings
 * @param contrastJitter standard deviation of the factor that scales all static contrasts of a scene
 * @param yearlyContrast relative amplitude of the yearly cycle, highest in July, of all static contrasts and of the
 *     background scatter; 0: none
 * @param buildingKelvin standard deviation in kelvin of the constant excess of idle buildings
 * @param idleVariabilityKelvin standard deviation in kelvin of the excess of an idle building between scenes
 * @param driftKelvin standard deviation in kelvin per square root of a year of the random walk of each building's
 *     excess
 * @param shape shape of the sensor's point spread; empty: drawn for each archive
 * @param fwhmMetres mean full width at half maximum of the point spread in metres
 * @param fwhmJitter largest relative deviation of the width of an archive from that mean
 * @param registrationMetres root mean square misregistration of a scene along each axis in metres
 * @param bend metres by which the native grid is bent across track per square kilometre along track
 * @param footprintErrorMetres displacement in metres of each outline of the site definition, in a random direction
 * @param assumedTauShare fraction of the scenes without a level-2 product, whose transmittance is assumed
 * @param cloudProbability fraction of the scenes with clouds
 * @param cloudShare fraction of the ground that clouds cover in those scenes, overlaps ignored
 * @param missedEdgeMetres width in metres of the thin edge of each cloud that the mask misses
 * @param overcastProbability fraction of the scenes that a cloud covers wholly
 * @param unmasked whether QA_PIXEL contains no cloud at all, as in products of night scenes
 * @param pixels columns and rows of the pixel window
 */
@RecordBuilder
public record ArchiveRecipe(
        int referenceScenes,
        List<TestGroup> groups,
        double staticKelvin,
        double scatterShare,
        double scatterMetres,
        double contrastJitter,
        double yearlyContrast,
        double buildingKelvin,
        double idleVariabilityKelvin,
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
        double overcastProbability,
        boolean unmasked,
        int pixels)
        implements ArchiveRecipeBuilder.With {

    public ArchiveRecipe {
        groups = List.copyOf(groups);
        long names = groups.stream().map(TestGroup::name).distinct().count();
        require(names == groups.size(), "unique names of test groups", (double) names);
        require(referenceScenes >= 0 && referenceScenes <= 97, "reference scenes", referenceScenes);
        require(staticKelvin > 0, "staticKelvin", staticKelvin);
        require(scatterShare >= 0, "scatterShare", scatterShare);
        require(scatterMetres >= 0, "scatterMetres", scatterMetres);
        require(yearlyContrast >= 0 && yearlyContrast < 1, "yearlyContrast", yearlyContrast);
        require(idleVariabilityKelvin >= 0, "idleVariabilityKelvin", idleVariabilityKelvin);
        require(driftKelvin >= 0, "driftKelvin", driftKelvin);
        require(fwhmMetres > 0, "fwhmMetres", fwhmMetres);
        require(fwhmJitter >= 0, "fwhmJitter", fwhmJitter);
        require(registrationMetres >= 0, "registrationMetres", registrationMetres);
        require(Double.isFinite(bend), "bend", bend);
        require(footprintErrorMetres >= 0, "footprintErrorMetres", footprintErrorMetres);
        require(assumedTauShare >= 0 && assumedTauShare <= 1, "assumedTauShare", assumedTauShare);
        require(cloudProbability >= 0 && cloudProbability <= 1, "cloudProbability", cloudProbability);
        require(overcastProbability >= 0 && overcastProbability <= 1, "overcastProbability", overcastProbability);
        require(missedEdgeMetres >= 0, "missedEdgeMetres", missedEdgeMetres);
    }

    /**
     * The recipe of the reference experiment, with 90 reference scenes and no test scenes: buildings of 3,000-7,000 m2
     * with an idle variability of 0.6 K, background scatter of 30 % of the static contrast, all other disturbances
     * known or absent.
     */
    public static ArchiveRecipe reference() {
        return ArchiveRecipeBuilder.builder()
                .referenceScenes(90)
                .groups(List.of())
                .staticKelvin(0.8)
                .scatterShare(0.3)
                .scatterMetres(150)
                .contrastJitter(0.1)
                .buildingKelvin(2)
                .idleVariabilityKelvin(0.6)
                .shape(Optional.empty())
                .fwhmMetres(115)
                .fwhmJitter(0.03)
                .cloudShare(0.15)
                .pixels(96)
                .build();
    }

    /** A copy with a point spread of this shape in every archive. */
    public ArchiveRecipe withShape(SpreadShape every) {
        return withShape(Optional.of(every));
    }

    private static void require(boolean met, String what, double value) {
        if (!met) {
            throw new IllegalArgumentException("invalid archive recipe: %s = %s".formatted(what, value));
        }
    }
}
