package org.heatwatch.validation;

import java.util.List;
import java.util.Optional;

/**
 * What a simulated archive is made of. Immutable: each {@code with} returns a changed copy.
 *
 * <p>The defaults are the reference experiment's: buildings of 3,000-7,000 m2 that vary by 0.6 K of their own, clutter
 * that differs from scene to scene by 30 % of the static one, everything else known or absent.
 */
public final class ArchiveRecipe {
    private int dormantLooks = 90;
    private List<TestGroup> groups = List.of();
    private double staticKelvin = 0.8;
    private double clutterShare = 0.3;
    private double clutterMetres = 150;
    private double contrastJitter = 0.1;
    private double buildingKelvin = 2;
    private double ownKelvin = 0.6;
    private double driftKelvin = 0;
    private Optional<SpreadShape> shape = Optional.empty();
    private double fwhmMetres = 115;
    private double fwhmJitter = 0.03;
    private double registrationMetres = 0;
    private double bend = 0;
    private double footprintErrorMetres = 0;
    private double assumedTauShare = 0;
    private double cloudProbability = 0;
    private double cloudShare = 0.15;
    private double missedEdgeMetres = 0;
    private int pixels = 96;

    private ArchiveRecipe() {}

    /** The reference experiment with 90 dormant looks and no test scenes. */
    public static ArchiveRecipe reference() {
        return new ArchiveRecipe();
    }

    private ArchiveRecipe copy() {
        ArchiveRecipe copy = new ArchiveRecipe();
        copy.dormantLooks = dormantLooks;
        copy.groups = groups;
        copy.staticKelvin = staticKelvin;
        copy.clutterShare = clutterShare;
        copy.clutterMetres = clutterMetres;
        copy.contrastJitter = contrastJitter;
        copy.buildingKelvin = buildingKelvin;
        copy.ownKelvin = ownKelvin;
        copy.driftKelvin = driftKelvin;
        copy.shape = shape;
        copy.fwhmMetres = fwhmMetres;
        copy.fwhmJitter = fwhmJitter;
        copy.registrationMetres = registrationMetres;
        copy.bend = bend;
        copy.footprintErrorMetres = footprintErrorMetres;
        copy.assumedTauShare = assumedTauShare;
        copy.cloudProbability = cloudProbability;
        copy.cloudShare = cloudShare;
        copy.missedEdgeMetres = missedEdgeMetres;
        copy.pixels = pixels;
        return copy;
    }

    /** Clear looks of the dormant years, at most 97. */
    public int dormantLooks() {
        return dormantLooks;
    }

    /** What is simulated after the dormant years, in an order drawn at random. */
    public List<TestGroup> groups() {
        return groups;
    }

    /** Standard deviation of the static ground over 100 m. */
    public double staticKelvin() {
        return staticKelvin;
    }

    /** Standard deviation over 100 m of what each scene draws anew, as a share of the static one. */
    public double clutterShare() {
        return clutterShare;
    }

    /** Length over which the clutter of a scene is smooth; 0: it follows fields and roofs, sharp edges and all. */
    public double clutterMetres() {
        return clutterMetres;
    }

    /** Standard deviation of the factor on all static contrasts of a scene. */
    public double contrastJitter() {
        return contrastJitter;
    }

    /** Standard deviation from building to building of its constant warmth. */
    public double buildingKelvin() {
        return buildingKelvin;
    }

    /** Standard deviation of each building's own warmth from scene to scene. */
    public double ownKelvin() {
        return ownKelvin;
    }

    /** Standard deviation of the random walk of each building's warmth in a year. */
    public double driftKelvin() {
        return driftKelvin;
    }

    /** Shape of the sensor's point spread; empty: drawn for each archive. */
    public Optional<SpreadShape> shape() {
        return shape;
    }

    /** Mean full width at half maximum of the point spread. */
    public double fwhmMetres() {
        return fwhmMetres;
    }

    /** Largest share by which an archive's width differs from that. */
    public double fwhmJitter() {
        return fwhmJitter;
    }

    /** Root mean square misplacement of a scene along each axis. */
    public double registrationMetres() {
        return registrationMetres;
    }

    /** Metres by which the native grid is bent across track per square kilometre along it. */
    public double bend() {
        return bend;
    }

    /** Distance by which each outline of the site definition is off, in a direction of its own. */
    public double footprintErrorMetres() {
        return footprintErrorMetres;
    }

    /** Share of the scenes whose transmittance is assumed for want of a level-2 product. */
    public double assumedTauShare() {
        return assumedTauShare;
    }

    /** Share of the scenes with clouds. */
    public double cloudProbability() {
        return cloudProbability;
    }

    /** Share of the ground that clouds cover in those scenes, overlaps not counted. */
    public double cloudShare() {
        return cloudShare;
    }

    /** Width of the thin edge of each cloud that the mask misses. */
    public double missedEdgeMetres() {
        return missedEdgeMetres;
    }

    /** Side of the window in pixels. */
    public int pixels() {
        return pixels;
    }

    public ArchiveRecipe withDormantLooks(int changed) {
        require(changed >= 0 && changed <= 97, "dormant looks", changed);
        ArchiveRecipe copy = copy();
        copy.dormantLooks = changed;
        return copy;
    }

    public ArchiveRecipe withGroups(List<TestGroup> changed) {
        long names = changed.stream().map(TestGroup::name).distinct().count();
        require(names == changed.size(), "different names of test groups", (double) names);
        ArchiveRecipe copy = copy();
        copy.groups = List.copyOf(changed);
        return copy;
    }

    public ArchiveRecipe withStaticKelvin(double changed) {
        require(changed > 0, "staticKelvin", changed);
        ArchiveRecipe copy = copy();
        copy.staticKelvin = changed;
        return copy;
    }

    public ArchiveRecipe withClutterShare(double changed) {
        require(changed >= 0, "clutterShare", changed);
        ArchiveRecipe copy = copy();
        copy.clutterShare = changed;
        return copy;
    }

    public ArchiveRecipe withClutterMetres(double changed) {
        require(changed >= 0, "clutterMetres", changed);
        ArchiveRecipe copy = copy();
        copy.clutterMetres = changed;
        return copy;
    }

    public ArchiveRecipe withOwnKelvin(double changed) {
        require(changed >= 0, "ownKelvin", changed);
        ArchiveRecipe copy = copy();
        copy.ownKelvin = changed;
        return copy;
    }

    public ArchiveRecipe withDriftKelvin(double changed) {
        require(changed >= 0, "driftKelvin", changed);
        ArchiveRecipe copy = copy();
        copy.driftKelvin = changed;
        return copy;
    }

    public ArchiveRecipe withShape(SpreadShape changed) {
        ArchiveRecipe copy = copy();
        copy.shape = Optional.of(changed);
        return copy;
    }

    public ArchiveRecipe withFwhmMetres(double changed) {
        require(changed > 0, "fwhmMetres", changed);
        ArchiveRecipe copy = copy();
        copy.fwhmMetres = changed;
        return copy;
    }

    public ArchiveRecipe withFwhmJitter(double changed) {
        require(changed >= 0, "fwhmJitter", changed);
        ArchiveRecipe copy = copy();
        copy.fwhmJitter = changed;
        return copy;
    }

    public ArchiveRecipe withRegistrationMetres(double changed) {
        require(changed >= 0, "registrationMetres", changed);
        ArchiveRecipe copy = copy();
        copy.registrationMetres = changed;
        return copy;
    }

    public ArchiveRecipe withBend(double changed) {
        require(Double.isFinite(changed), "bend", changed);
        ArchiveRecipe copy = copy();
        copy.bend = changed;
        return copy;
    }

    public ArchiveRecipe withFootprintErrorMetres(double changed) {
        require(changed >= 0, "footprintErrorMetres", changed);
        ArchiveRecipe copy = copy();
        copy.footprintErrorMetres = changed;
        return copy;
    }

    public ArchiveRecipe withAssumedTauShare(double changed) {
        require(changed >= 0 && changed <= 1, "assumedTauShare", changed);
        ArchiveRecipe copy = copy();
        copy.assumedTauShare = changed;
        return copy;
    }

    public ArchiveRecipe withCloudProbability(double changed) {
        require(changed >= 0 && changed <= 1, "cloudProbability", changed);
        ArchiveRecipe copy = copy();
        copy.cloudProbability = changed;
        return copy;
    }

    public ArchiveRecipe withMissedEdgeMetres(double changed) {
        require(changed >= 0, "missedEdgeMetres", changed);
        ArchiveRecipe copy = copy();
        copy.missedEdgeMetres = changed;
        return copy;
    }

    private static void require(boolean met, String what, double value) {
        if (!met) {
            throw new IllegalArgumentException("no recipe with %s of %s".formatted(what, value));
        }
    }
}
