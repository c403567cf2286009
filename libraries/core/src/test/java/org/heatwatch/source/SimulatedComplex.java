package org.heatwatch.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.state.JudgedObservation;

/**
 * A complex of 40 buildings in use: five with large amounts, 35 of 1 to 4 K and 1,400 to 8,400 m2 that are active in
 * 70 % of the overpasses; and a search that finds those whose mean amount over the period, with its error, exceeds the
 * threshold.
 */
final class SimulatedComplex {
    static final double THRESHOLD = 4.1;

    private static final LocalDate END = LocalDate.of(2025, 10, 31);
    private static final double AMOUNT_ERROR = 1000;
    private static final double ERROR_OF_ONE_PASS = 6000;
    private static final int HOT = 5;
    private static final int WEAK = 35;
    private static final double ACTIVE = 0.7;

    /**
     * A building and the days on which it is in use.
     *
     * @param amount mean while it is in use, K m2
     */
    record Building(double amount, double share, LocalDate from, LocalDate to) {}

    private final Period period;
    private final SplittableRandom random;
    private final List<Building> buildings = new ArrayList<>();
    private final List<SourceHistory> found = new ArrayList<>();
    private final List<LocalDate> overpasses;

    private SimulatedComplex(long seed, Period period) {
        this.period = period;
        random = new SplittableRandom(seed);
        overpasses = new SimulatedSource(seed)
                .passes(period.from(), period.to(), _ -> 0).history().observations().stream()
                        .map(JudgedObservation::date)
                        .toList();
    }

    /**
     * All buildings in use throughout the period, but for some.
     *
     * @param changing share of the buildings that start in its first half, and of those that end in its second half
     */
    static SimulatedComplex inUse(long seed, double changing) {
        SimulatedComplex complex = new SimulatedComplex(seed, new Period(LocalDate.of(2022, 1, 1), END));
        for (int i = 0; i < HOT + WEAK; i++) {
            LocalDate from = complex.random.nextDouble() < changing ? complex.somewhen(0) : complex.period.from();
            LocalDate to = complex.random.nextDouble() < changing ? complex.somewhen(0.5) : END;
            complex.add(i < HOT, from, to);
        }
        complex.buildings.forEach(complex::search);
        return complex;
    }

    /** Idle since mid-2020; 35 buildings in use from 2023 on, the other five from 2024 on. */
    static SimulatedComplex startedAgain(long seed) {
        SimulatedComplex complex = new SimulatedComplex(seed, new Period(LocalDate.of(2020, 6, 1), END));
        for (int i = 0; i < HOT + WEAK; i++) {
            boolean isHot = i < HOT;
            complex.add(isHot, LocalDate.of(isHot ? 2024 : 2023, 1, 1), END);
        }
        complex.buildings.forEach(complex::search);
        return complex;
    }

    private void add(boolean isHot, LocalDate from, LocalDate to) {
        double amount = isHot
                ? random.nextDouble(20_000, 60_000)
                : random.nextDouble(1, 4) * random.nextDouble(1_400, 8_400) * ACTIVE;
        buildings.add(new Building(amount, isHot ? 1 : ACTIVE, from, to));
    }

    /** A day in the half of the period that begins after a share of it. */
    private LocalDate somewhen(double after) {
        long days = period.to().toEpochDay() - period.from().toEpochDay();
        return period.from().plusDays((long) (days * (after + 0.5 * random.nextDouble())));
    }

    private void search(Building building) {
        long inUse = overpasses.stream().filter(day -> isInUse(building, day)).count();
        double mean = building.amount * inUse / overpasses.size() + AMOUNT_ERROR * random.nextGaussian();
        if (mean < THRESHOLD * AMOUNT_ERROR) {
            return;
        }
        String id = "source-" + buildings.indexOf(building);
        FeatureHistory history = history(building);
        ActivitySpan.of(history, period)
                .ifPresent(span -> found.add(new SourceHistory(
                        id, new LocatedSource(0, 0, 15, mean, AMOUNT_ERROR, mean / AMOUNT_ERROR), history, span)));
    }

    private FeatureHistory history(Building building) {
        SimulatedSource source = new SimulatedSource(random.nextLong()).reference();
        double error = ERROR_OF_ONE_PASS / SourceFootprint.SQUARE_METRES;
        for (LocalDate day : overpasses) {
            boolean isActive = isInUse(building, day) && random.nextDouble() < building.share;
            double kelvin = isActive ? building.amount / building.share / SourceFootprint.SQUARE_METRES : 0;
            source.day(day, kelvin + error * random.nextGaussian(), error);
        }
        return source.history();
    }

    private static boolean isInUse(Building building, LocalDate day) {
        return !day.isBefore(building.from) && !day.isAfter(building.to);
    }

    /** True number of buildings that were in use on a clear overpass of a quarter. */
    long trueCount(ActivityQuarter quarter) {
        return buildings.stream()
                .filter(building -> daysOf(quarter).anyMatch(day -> isInUse(building, day)))
                .count();
    }

    /** True mean amount of those that were found, K m2. */
    double trueAmount(ActivityQuarter quarter) {
        return found.stream()
                .map(source -> buildings.get(Integer.parseInt(source.id().substring("source-".length()))))
                .filter(building -> daysOf(quarter).anyMatch(day -> isInUse(building, day)))
                .mapToDouble(Building::amount)
                .sum();
    }

    private Stream<LocalDate> daysOf(ActivityQuarter quarter) {
        return overpasses.stream().filter(new Period(quarter.from(), quarter.to())::contains);
    }

    List<ActivityQuarter> quarters() {
        return ActivityCount.of(found, overpasses, THRESHOLD, period);
    }

    List<SourceHistory> found() {
        return found;
    }

    List<LocalDate> overpasses() {
        return overpasses;
    }
}
