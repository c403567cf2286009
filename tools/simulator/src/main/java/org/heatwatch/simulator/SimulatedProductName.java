package org.heatwatch.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Name of a product, from which its key in the bucket follows.
 *
 * @param path WRS-2 path
 * @param row WRS-2 row
 */
public record SimulatedProductName(
        SimulatedSatellite satellite,
        Level level,
        int path,
        int row,
        LocalDate acquired,
        LocalDate processed,
        Tier tier) {

    /** Processing level. */
    public enum Level {
        L1TP,
        L1GT,
        L2SP;

        /** 1 or 2. */
        public int number() {
            return this == L2SP ? 2 : 1;
        }
    }

    /** Collection category. */
    public enum Tier {
        RT,
        T1,
        T2
    }

    /** A precision-corrected level-1 product, processed the day after the acquisition. */
    public static SimulatedProductName level1(
            SimulatedSatellite satellite, int path, int row, LocalDate acquired, Tier tier) {
        return new SimulatedProductName(satellite, Level.L1TP, path, row, acquired, acquired.plusDays(1), tier);
    }

    /** A level-2 product, processed seven days after the acquisition. */
    public static SimulatedProductName level2(
            SimulatedSatellite satellite, int path, int row, LocalDate acquired, Tier tier) {
        return new SimulatedProductName(satellite, Level.L2SP, path, row, acquired, acquired.plusDays(7), tier);
    }

    public SimulatedProductName processed(LocalDate date) {
        return new SimulatedProductName(satellite, level, path, row, acquired, date, tier);
    }

    public SimulatedProductName level(Level changed) {
        return new SimulatedProductName(satellite, changed, path, row, acquired, processed, tier);
    }

    /** For example {@code LC08_L1TP_116034_20240829_20240830_02_RT}. */
    public String id() {
        return String.format(
                Locale.ROOT,
                "%s_%s_%03d%03d_%s_%s_02_%s",
                satellite.prefix(),
                level,
                path,
                row,
                acquired.format(DateTimeFormatter.BASIC_ISO_DATE),
                processed.format(DateTimeFormatter.BASIC_ISO_DATE),
                tier);
    }

    /** Key prefix in the bucket, ending in a slash. */
    public String prefix() {
        return String.format(
                Locale.ROOT,
                "collection02/level-%d/standard/oli-tirs/%d/%03d/%03d/%s/",
                level.number(),
                acquired.getYear(),
                path,
                row,
                id());
    }

    /** For example {@code LC80890742022126LGN00}. */
    String sceneId() {
        return String.format(
                Locale.ROOT,
                "LC%s%03d%03d%d%03dLGN00",
                satellite.prefix().substring(3),
                path,
                row,
                acquired.getYear(),
                acquired.getDayOfYear());
    }
}
