package org.heatwatch.landsat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Predicts when Landsat 8 and 9 pass over a scene. Their ground track repeats after 233 orbits in 16 days; each
 * orbit's path number is 16 higher than that of the orbit before, modulo 233, and an orbit has 248 rows. Landsat 9
 * follows Landsat 8 by 8 days.
 *
 * <p>All times follow from one reference time, which was fitted to the scene centre times of five images from 2015 to
 * 2022 and reproduces each of them within 20 seconds. Cycle and numbering: USGS LSDS-1574, Landsat 8 Data Users
 * Handbook.
 */
public final class OrbitCalendar {
    private static final Duration CYCLE = Duration.ofDays(16);
    private static final int ORBITS = WrsScene.MAX_PATH;
    private static final int ROWS = WrsScene.MAX_ROW;

    /** Modular inverse of 16, the path increment per orbit, modulo 233. */
    private static final int ORBITS_PER_PATH = 102;

    /** Descending equator crossing (row 60) of Landsat 8 on path 1, in the cycle before its first. */
    private static final Instant PATH_1_ROW_60 = Instant.parse("2013-04-03T14:30:50Z");

    private static final int EQUATOR_ROW = 60;

    /** Row of the ascending equator crossing. */
    private static final int ASCENDING_EQUATOR_ROW = EQUATOR_ROW + ROWS / 2;

    /** Largest error of a predicted time. */
    private static final Duration ACCURACY = Duration.ofMinutes(5);

    private OrbitCalendar() {}

    /** The passes of both satellites between two dates, inclusive, in chronological order. */
    public static List<ExpectedPass> passes(WrsScene scene, LocalDate from, LocalDate to) {
        List<ExpectedPass> passes = new ArrayList<>();
        for (Satellite satellite : Satellite.values()) {
            LocalDate start = firstDay(satellite).isAfter(from) ? firstDay(satellite) : from;
            Instant begin = start.atStartOfDay().toInstant(ZoneOffset.UTC);
            Instant end = to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            Instant first = somePass(satellite, scene);
            long cycles =
                    Math.floorDiv(Duration.between(first, begin).toMillis() + CYCLE.toMillis() - 1, CYCLE.toMillis());
            for (Instant at = first.plus(CYCLE.multipliedBy(cycles)); at.isBefore(end); at = at.plus(CYCLE)) {
                passes.add(new ExpectedPass(satellite, scene, at));
            }
        }
        passes.sort(Comparator.comparing(ExpectedPass::at));
        return List.copyOf(passes);
    }

    /** First date on which a satellite was in its operational orbit and acquired images. */
    public static LocalDate firstDay(Satellite satellite) {
        return switch (satellite) {
            case LANDSAT_8 -> LocalDate.of(2013, 4, 11);
            case LANDSAT_9 -> LocalDate.of(2021, 10, 31);
        };
    }

    /**
     * UTC date on which the satellite crosses the equator in the half of the orbit of an acquisition; the date of the
     * acquisition if no pass is expected then.
     */
    static LocalDate equatorDate(Acquisition acquisition) {
        WrsScene scene = acquisition.scene();
        Instant first = somePass(acquisition.satellite(), scene);
        Instant noon = acquisition.date().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        long cycles = Math.round((double) Duration.between(first, noon).toMillis() / CYCLE.toMillis());
        Instant expected = first.plus(CYCLE.multipliedBy(cycles));
        boolean isExpected = !utcDate(expected.minus(ACCURACY)).isAfter(acquisition.date())
                && !utcDate(expected.plus(ACCURACY)).isBefore(acquisition.date());
        if (!isExpected) {
            return acquisition.date();
        }
        int rows = scene.row() - (scene.isAscending() ? ASCENDING_EQUATOR_ROW : EQUATOR_ROW);
        return utcDate(expected.minus(afterRows(rows)));
    }

    private static LocalDate utcDate(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Duration afterRows(double rows) {
        return Duration.ofMillis(Math.round(rows / ROWS * CYCLE.toMillis() / ORBITS));
    }

    private static Instant somePass(Satellite satellite, WrsScene scene) {
        int orbit = Math.floorMod(ORBITS_PER_PATH * (scene.path() - 1), ORBITS);
        double rows = (double) orbit * ROWS + scene.row() - EQUATOR_ROW;
        Instant landsat8 = PATH_1_ROW_60.plus(afterRows(rows));
        return switch (satellite) {
            case LANDSAT_8 -> landsat8;
            case LANDSAT_9 -> landsat8.plus(CYCLE.dividedBy(2));
        };
    }
}
