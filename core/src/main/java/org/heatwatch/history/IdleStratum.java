package org.heatwatch.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.heatwatch.baseline.Baseline;
import org.heatwatch.baseline.BaselineRow;
import org.heatwatch.baseline.ExcessOverBaseline;
import org.heatwatch.baseline.IdlePool;
import org.heatwatch.fit.ClutterFit;
import org.heatwatch.fit.GroundClutter;
import org.heatwatch.fit.MeasuredObservation;
import org.heatwatch.fit.PointSpread;
import org.heatwatch.fit.PointSpreadEstimate;
import org.heatwatch.fit.RoofFit;
import org.heatwatch.fit.RoofSet;
import org.heatwatch.hotspot.HotSpotMap;
import org.heatwatch.hotspot.HotSpots;
import org.heatwatch.hotspot.QuietGround;
import org.heatwatch.idle.DormantScene;
import org.heatwatch.idle.IdleMap;
import org.heatwatch.idle.IdleMapFit;
import org.heatwatch.idle.SceneResidual;
import org.heatwatch.idle.SceneSamples;
import org.heatwatch.idle.Smoothness;
import org.heatwatch.site.Role;

/** What the dormant scenes of one direction of pass teach: the idle map, its clutter, and each roof's own behaviour. */
final class IdleStratum {
    private static final int FEWEST_PARCELS = 3;

    /** Number of no roof. */
    private static final int NONE = -1;

    private final WatchedRoofs watched;
    private final RoofSet roofs;
    private final IdleMapFit map;
    private final GroundClutter clutter;
    private final double idleVariance;
    private final List<SceneExcesses> dormant;
    private final IdlePool pool;
    private final List<Optional<Baseline>> baselines;
    private final List<List<Integer>> looksOfRoof;
    private final QuietGround quiet;
    private final HotSpotMap hotSpots;

    private IdleStratum(
            WatchedRoofs watched,
            RoofSet roofs,
            IdleMapFit map,
            GroundClutter clutter,
            QuietGround quiet,
            double idleVariance,
            List<SceneExcesses> dormant) {
        this.watched = watched;
        this.roofs = roofs;
        this.map = map;
        this.clutter = clutter;
        this.idleVariance = idleVariance;
        this.dormant = dormant;
        this.quiet = quiet;
        this.hotSpots = HotSpotMap.of(
                quiet, dormant.stream().map(SceneExcesses::residual).toList(), idleVariance);
        this.looksOfRoof = IntStream.range(0, watched.features().size())
                .mapToObj(this::looksOf)
                .toList();
        this.pool = IdlePool.of(
                watched.ofRole(Role.NULL).stream().map(this::idleLooks).toList());
        this.baselines = IntStream.range(0, watched.features().size())
                .mapToObj(roof -> looksOfRoof.get(roof).size() >= Baseline.FEWEST_LOOKS
                        ? Optional.of(Baseline.of(idleLooks(roof), pool))
                        : Optional.<Baseline>empty())
                .toList();
    }

    /**
     * One scene's excesses, roof by roof.
     *
     * @param variance of its clutter, square of an effective kelvin
     */
    record SceneExcesses(
            SceneSamples scene, SceneResidual residual, double variance, List<MeasuredObservation> roofs) {}

    static Optional<IdleStratum> of(
            WatchedRoofs watched, List<DormantScene> scenes, PointSpread spread, Smoothness smoothness) {
        List<Integer> certain = IntStream.range(0, scenes.size())
                .filter(k -> scenes.get(k).isCertain())
                .boxed()
                .toList();
        if (certain.size() < Baseline.FEWEST_LOOKS) {
            return Optional.empty();
        }
        RoofSet roofs = watched.seenThrough(spread);
        IdleMapFit map = new IdleMapFit(scenes, watched.area(), watched.nearFacilities(), smoothness);
        List<SceneResidual> all = map.leftOut();
        List<SceneResidual> residuals = certain.stream().map(all::get).toList();
        Optional<GroundClutter> clutter = new ClutterFit(roofs).fit(residuals);
        if (clutter.isEmpty()) {
            return Optional.empty();
        }
        QuietGround quiet = QuietGround.of(residuals, clutter.get(), spread, watched.searchArea());
        List<Double> variances = residuals.parallelStream().map(quiet::variance).toList();
        List<RoofFit> fits = IntStream.range(0, residuals.size())
                .parallel()
                .mapToObj(k ->
                        new RoofFit(roofs, residuals.get(k), residuals.get(k).grid(), clutter.get(), variances.get(k)))
                .toList();
        double idleVariance = idleVariance(watched, fits);
        List<SceneExcesses> dormant = IntStream.range(0, fits.size())
                .parallel()
                .mapToObj(k -> new SceneExcesses(
                        residuals.get(k).scene(),
                        residuals.get(k),
                        variances.get(k),
                        fits.get(k).measure(idleVariance)))
                .toList();
        return Optional.of(new IdleStratum(watched, roofs, map, clutter.get(), quiet, idleVariance, dormant));
    }

    /** What idle parcels vary beyond their errors; robust, since a few of them may not be idle. */
    private static double idleVariance(WatchedRoofs watched, List<RoofFit> fits) {
        double variance = 0.25;
        for (int turn = 0; turn < 4; turn++) {
            double now = variance;
            List<List<MeasuredObservation>> measured =
                    fits.parallelStream().map(fit -> fit.measure(now)).toList();
            double[] surplus = watched.ofRole(Role.NULL).stream()
                    .mapToDouble(roof -> surplus(measured, roof))
                    .filter(Double::isFinite)
                    .toArray();
            if (surplus.length < FEWEST_PARCELS) {
                return variance;
            }
            variance = Math.max(0.01, Median.withDefaults().evaluate(surplus));
        }
        return variance;
    }

    private static double surplus(List<List<MeasuredObservation>> measured, int roof) {
        double sum = 0;
        double squares = 0;
        double errors = 0;
        int n = 0;
        for (List<MeasuredObservation> scene : measured) {
            if (scene.get(roof) instanceof MeasuredObservation.Measured m) {
                sum += m.kelvin();
                squares += m.kelvin() * m.kelvin();
                errors += m.formalError() * m.formalError();
                n++;
            }
        }
        return n < 2 ? Double.NaN : (squares - sum * sum / n) / (n - 1) - errors / n;
    }

    private List<Integer> looksOf(int roof) {
        return IntStream.range(0, dormant.size())
                .filter(k -> dormant.get(k).roofs().get(roof) instanceof MeasuredObservation.Measured)
                .boxed()
                .toList();
    }

    private List<BaselineRow> idleLooks(int roof) {
        List<BaselineRow> looks = new ArrayList<>();
        for (int k : looksOfRoof.get(roof)) {
            look(dormant.get(k), roof).ifPresent(looks::add);
        }
        return looks;
    }

    Optional<BaselineRow> look(SceneExcesses scene, int roof) {
        if (scene.roofs().get(roof) instanceof MeasuredObservation.Measured m) {
            double variance = idleVariance + m.formalError() * m.formalError() + m.outlineError() * m.outlineError();
            BaselineRow.Season season =
                    new BaselineRow.Season(scene.scene().cosine(), scene.scene().sine());
            return Optional.of(new BaselineRow(m.kelvin(), variance, season, commonMode(scene, roof)));
        }
        return Optional.empty();
    }

    /** Median excess of the idle parcels, the roof itself apart. */
    double commonMode(SceneExcesses scene, int roof) {
        double[] kelvin = watched.ofRole(Role.NULL).stream()
                .filter(other -> other != roof)
                .map(other -> scene.roofs().get(other))
                .filter(MeasuredObservation.Measured.class::isInstance)
                .mapToDouble(e -> ((MeasuredObservation.Measured) e).kelvin())
                .toArray();
        return kelvin.length < FEWEST_PARCELS ? 0 : Median.withDefaults().evaluate(kelvin);
    }

    /** Measures a scene that is not among the dormant ones. */
    SceneExcesses measure(SceneSamples scene) {
        SceneResidual residual = map.residual(scene);
        double variance = quiet.variance(residual);
        RoofFit fit = new RoofFit(roofs, residual, residual.grid(), clutter, variance);
        return new SceneExcesses(scene, residual, variance, fit.measure(idleVariance));
    }

    /** Hot places of a scene that is not among the dormant ones, outlined or not. */
    HotSpots hotSpots(SceneExcesses scene, double extraVariance) {
        return hotSpots.find(scene.residual(), extraVariance, watched.features());
    }

    /** Judges a roof in a scene; empty if it was hidden or has too few dormant looks. */
    Optional<ExcessOverBaseline> judge(SceneExcesses scene, int roof, double extraVariance) {
        return baselines.get(roof).flatMap(b -> look(scene, roof).map(look -> b.judge(look, extraVariance)));
    }

    /** Judges a roof in the dormant scene of this number as if that scene had taken no part. */
    Optional<ExcessOverBaseline> judgeDormant(int scene, int roof) {
        int number = looksOfRoof.get(roof).indexOf(scene);
        return number < 0 ? Optional.empty() : baselines.get(roof).map(b -> b.judgeLeftOut(number));
    }

    /** The number of a scene among the dormant ones that make the baselines. */
    Optional<Integer> dormantNumber(SceneSamples scene) {
        for (int k = 0; k < dormant.size(); k++) {
            if (dormant.get(k).scene().acquiredAt().equals(scene.acquiredAt())) {
                return Optional.of(k);
            }
        }
        return Optional.empty();
    }

    /** Standard deviation of the common mode over the dormant scenes, effective kelvin. */
    double usualCommonMode() {
        double squares = 0;
        for (SceneExcesses scene : dormant) {
            double mode = commonMode(scene, NONE);
            squares += mode * mode;
        }
        return Math.max(0.01, Math.sqrt(squares / dormant.size()));
    }

    /** Correlation of an idle parcel's successive dormant deviations, all parcels together; not below 0. */
    double autocorrelation() {
        double products = 0;
        double squares = 0;
        for (int roof : watched.ofRole(Role.NULL)) {
            double before = Double.NaN;
            for (int k = 0; k < dormant.size(); k++) {
                Optional<ExcessOverBaseline> deviation = judgeDormant(k, roof);
                if (deviation.isPresent()) {
                    double z = Math.clamp(deviation.get().z(), -4, 4);
                    if (!Double.isNaN(before)) {
                        products += before * z;
                        squares += (before * before + z * z) / 2;
                    }
                    before = z;
                }
            }
        }
        return squares > 0 ? Math.max(0, products / squares) : 0;
    }

    /** How wide the point spread is by these scenes; seconds of work. */
    Optional<PointSpreadEstimate> pointSpread() {
        return PointSpreadEstimate.of(
                dormant.stream().map(SceneExcesses::residual).toList(), watched::seenThrough, clutter, idleVariance);
    }

    IdleMap map() {
        return map.map();
    }

    List<SceneExcesses> dormant() {
        return dormant;
    }

    GroundClutter clutter() {
        return clutter;
    }

    double idleVariance() {
        return idleVariance;
    }

    IdlePool pool() {
        return pool;
    }

    Optional<Baseline> baseline(int roof) {
        return baselines.get(roof);
    }
}
