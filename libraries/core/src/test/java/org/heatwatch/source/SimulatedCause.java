package org.heatwatch.source;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;

/** Causes of a warm place, with the true excess of each in effective kelvin at an overpass. */
enum SimulatedCause {
    /** Active on five days of the week. */
    FIVE_DAYS {
        @Override
        double kelvin(double mean, Instant at, SplittableRandom random) {
            DayOfWeek day = localDay(at);
            return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? 0 : process(mean, random);
        }
    },
    /** Active on six days of the week. */
    SIX_DAYS {
        @Override
        double kelvin(double mean, Instant at, SplittableRandom random) {
            return localDay(at) == DayOfWeek.SUNDAY ? 0 : process(mean, random);
        }
    },
    /** Active in 70 % of the overpasses, on any day. */
    ON_AND_OFF {
        @Override
        double kelvin(double mean, Instant at, SplittableRandom random) {
            return random.nextDouble() < 0.7 ? process(mean, random) : 0;
        }
    },
    /** A process that never stops. */
    STEADY {
        @Override
        double kelvin(double mean, Instant at, SplittableRandom random) {
            return process(mean, random);
        }
    },
    /** A new dark surface: scales with the sun, varies with wind and moisture, and retains a tenth at night. */
    SURFACE {
        @Override
        double kelvin(double mean, Instant at, SplittableRandom random) {
            double sun = Math.max(0.1, SunElevation.sine(at, PLACE) / 0.7);
            return mean * sun * (1 + 0.25 * random.nextGaussian());
        }
    };

    private static final Coordinate PLACE = new Coordinate(126.62, 37.93);

    abstract double kelvin(double mean, Instant at, SplittableRandom random);

    private static DayOfWeek localDay(Instant at) {
        return at.atZone(SimulatedSource.SITE.presentation().timeZone()).getDayOfWeek();
    }

    private static double process(double mean, SplittableRandom random) {
        return mean * (1 + 0.15 * random.nextGaussian());
    }

    /** A place that was idle in the reference period and warm from 2022 to 2025. */
    SimulatedSource source(long seed, double mean, double error, boolean withNights) {
        SimulatedSource source = new SimulatedSource(seed).error(error);
        if (withNights) {
            source.withNights();
        }
        SplittableRandom random = new SplittableRandom(seed + 1_000_000);
        ToDoubleFunction<Instant> truth = at -> kelvin(mean, at, random);
        return source.reference().passes(LocalDate.of(2022, 1, 1), LocalDate.of(2025, 10, 31), truth);
    }
}
