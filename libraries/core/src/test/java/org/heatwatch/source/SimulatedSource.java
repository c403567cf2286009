package org.heatwatch.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.HeatScore;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;

/**
 * Simulates the observations of one building: Landsat 8 and 9 by day, and by night if wanted, a third of them clear.
 */
final class SimulatedSource {
    static final Site SITE = SiteFile.parse("""
            {"type": "FeatureCollection", "id": "here", "name": "Here", "shortName": "Here", "utmZone": 32652,
             "timeZone": "Asia/Seoul", "scenes": [{"path": 116, "row": 34, "pass": "day"}],
             "bounds": [126.60, 37.91, 126.65, 37.95], "reference": [
               {"from": "2016-03-01", "to": "2020-05-31", "weight": 1}],
             "features": [{"type": "Feature", "id": "place", "properties": {"id": "place", "name": "Place",
               "role": "facility", "source": "test", "accuracyMetres": 5, "verified": true},
              "geometry": {"type": "Polygon", "coordinates":
               [[[126.62, 37.93], [126.621, 37.93], [126.621, 37.931], [126.62, 37.931], [126.62, 37.93]]]}}]}
            """, "here.geojson");
    static final Feature FEATURE = SITE.features().getFirst();
    static final LocalDate REFERENCE = LocalDate.of(2016, 3, 4);
    static final LocalDate REFERENCE_END = LocalDate.of(2020, 5, 31);

    private static final double CLEAR = 1.0 / 3;
    private static final LocalTime DAY = LocalTime.of(2, 10);
    private static final LocalTime NIGHT = LocalTime.of(13, 30);

    private final SplittableRandom random;
    private final List<JudgedObservation> observations = new ArrayList<>();
    private double error = 1;
    private boolean withNights;

    SimulatedSource(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Standard error of each observation, effective kelvin. */
    SimulatedSource error(double kelvin) {
        error = kelvin;
        return this;
    }

    SimulatedSource withNights() {
        withNights = true;
        return this;
    }

    SplittableRandom random() {
        return random;
    }

    /** Adds the reference period: idle passes of Landsat 8. */
    SimulatedSource reference() {
        return passes(REFERENCE, REFERENCE_END, _ -> 0);
    }

    /** Adds the clear passes of a period, with the true excess of each. */
    SimulatedSource passes(LocalDate from, LocalDate to, ToDoubleFunction<Instant> kelvin) {
        long first = Math.ceilDiv(from.toEpochDay() - REFERENCE.toEpochDay(), 8);
        for (LocalDate date = REFERENCE.plusDays(8 * first); !date.isAfter(to); date = date.plusDays(8)) {
            boolean isLandsat8 = (date.toEpochDay() - REFERENCE.toEpochDay()) % 16 == 0;
            if (!isLandsat8 && date.getYear() < 2022) {
                continue;
            }
            Satellite satellite = isLandsat8 ? Satellite.LANDSAT_8 : Satellite.LANDSAT_9;
            if (random.nextDouble() < CLEAR) {
                add(satellite, date.atTime(DAY).toInstant(ZoneOffset.UTC), Pass.DAY, kelvin);
            }
            if (withNights && random.nextDouble() < CLEAR) {
                // Night passes of the opposite half of the cycle.
                Instant at = date.plusDays(3).atTime(NIGHT).toInstant(ZoneOffset.UTC);
                add(satellite, at, Pass.NIGHT, kelvin);
            }
        }
        return this;
    }

    private void add(Satellite satellite, Instant at, Pass pass, ToDoubleFunction<Instant> kelvin) {
        // The errors of the passes differ by weather.
        double standardError = error * (0.8 + 0.5 * random.nextDouble());
        double observed = kelvin.applyAsDouble(at) + standardError * random.nextGaussian();
        add(satellite, at, pass, observed, standardError);
    }

    /** Adds one observation. */
    SimulatedSource add(Satellite satellite, Instant at, Pass pass, double kelvin, double standardError) {
        ExcessOverBaseline excess = new ExcessOverBaseline(kelvin, standardError, 60);
        observations.add(new JudgedObservation(
                new Acquisition(satellite, new WrsScene(116, 34), LocalDate.ofInstant(at, ZoneOffset.UTC)),
                at,
                pass,
                new JudgedObservation.Scored(
                        excess, HeatScore.of(excess.z(), 60), 1, Confidence.HIGH, /* isSignificant= */ false),
                Optional.empty(),
                /* mayTurnOn= */ true,
                /* isProvisional= */ false,
                List.of()));
        return this;
    }

    /** Adds one observation of Landsat 8 by day. */
    SimulatedSource day(LocalDate date, double kelvin, double standardError) {
        return add(Satellite.LANDSAT_8, date.atTime(DAY).toInstant(ZoneOffset.UTC), Pass.DAY, kelvin, standardError);
    }

    /** Adds observations eight days apart from a date on, all with a standard error of 1 K. */
    SimulatedSource exactly(LocalDate from, double... kelvin) {
        LocalDate date = from;
        for (double value : kelvin) {
            day(date, value, 1);
            date = date.plusDays(8);
        }
        return this;
    }

    int size() {
        return observations.size();
    }

    FeatureHistory history() {
        LocalDate asOf =
                observations.isEmpty() ? REFERENCE : observations.getLast().date();
        return new FeatureHistory(FEATURE, new CusumThreshold(6, 0.05), StateTrack.of(observations, 6, asOf));
    }
}
