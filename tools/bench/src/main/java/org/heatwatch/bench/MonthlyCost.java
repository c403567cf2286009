package org.heatwatch.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The cost of a month for 1, 100 and 10,000 sites, line by line, from what was measured and from the assumptions below.
 * Prices are list prices of AWS in us-west-2 in US dollars, without free tiers, assumed as of November 2026.
 */
final class MonthlyCost {
    static final String FOREIGN = "notification of a path and row that no site watches";
    static final String FORWARD = "notification of a path and row that 40 sites watch";
    static final String INTAKE = "intake of a new scene for one site";
    static final String LIGHT = "light reconciliation of a site that is not due";
    static final String FULL = "full reconciliation of a site with 600 scenes";
    static final String SCORE_READS = "scoring of a site with 600 scenes: its input";

    private static final List<Integer> SITES = List.of(1, 100, 10_000);

    private static final double READ_UNIT = 0.125e-6;
    private static final double WRITE_UNIT = 0.625e-6;
    private static final double TABLE_GIGABYTE = 0.25;
    private static final double POINT_IN_TIME_GIGABYTE = 0.20;
    private static final double QUEUE_REQUEST = 0.40e-6;
    private static final double FIFO_REQUEST = 0.50e-6;
    private static final double INVOCATION = 0.20e-6;
    private static final double GIGABYTE_SECOND = 16.6667e-6;
    private static final double S3_GET = 0.40e-6;
    private static final double S3_PUT_OR_LIST = 5e-6;
    private static final double S3_GIGABYTE = 0.023;
    private static final double LOG_GIGABYTE = 0.50;
    private static final double ALARM = 0.10;
    private static final double METRIC = 0.30;
    private static final double KEY = 1;

    /** An estimate: 4,000 a day. */
    private static final double NOTIFICATIONS = 4000 * 30;

    /** Lambda polls each of four idle queues with 5 concurrent requests of 20 s. */
    private static final double POLLS = 657_000;

    /** Two satellites, each every 16 days, by day and by night. */
    private static final double OVERPASSES = 30 / 16.0 * 2 * 2;

    /** Products that are read for an overpass: RT and then T1. */
    private static final double PRODUCTS = OVERPASSES * 2;

    private static final double CLIP_GIGABYTES = 1.73;
    private static final double CLIP_SECONDS = 2;
    private static final double FOREIGN_SECONDS = 0.01;
    private static final double READS_OF_A_PRODUCT = 30;
    private static final double SCORE_GIGABYTES = 3;

    /** With the history of the site not in memory, as with many sites. */
    private static final double SCORE_SECONDS = 20;

    /** Each scene, and in weeks without one, the weekly digest. */
    private static final double SCORINGS = PRODUCTS + 1;

    /** Published parts of the changed year, manifest, state and mail, 1 kB units. */
    private static final double PUBLISHED_UNITS = 150;

    private static final double AUDIT_GIGABYTES = 0.5;
    private static final double LIGHT_SECONDS = 0.05;
    private static final double FULL_SECONDS = 1;
    private static final double HOURS = 720;
    private static final double DAYS = 30;

    /** Two satellites, two paths and rows, level 1 and 2. */
    private static final double LISTS = 8;

    private static final double LOG_BYTES = 400;
    private static final double SCENE_BYTES = 25_000;
    private static final double CLIP_BYTES = 250_000;
    private static final double YEARS = 10;
    private static final int ALARMS = 30;
    private static final int METRICS = 13;

    private final Map<String, Consumption> measured;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String what, String arithmetic, double fixed, double forSite) {}

    MonthlyCost(Map<String, Consumption> measured) {
        this.measured = measured;
        fill();
    }

    private double dollars(String what) {
        Consumption consumption = Objects.requireNonNull(measured.get(what), what);
        return consumption.readUnits() * READ_UNIT + consumption.writeUnits() * WRITE_UNIT;
    }

    private void fill() {
        fixed(
                "alarms, metrics, key",
                "%d x $%.2f + %d x $%.2f + $%.0f".formatted(ALARMS, ALARM, METRICS, METRIC, KEY),
                ALARMS * ALARM + METRICS * METRIC + KEY);
        fixed(
                "polling of four queues",
                "%.0f x (3 x $%.2f + $%.2f) / million".formatted(POLLS, QUEUE_REQUEST * 1e6, FIFO_REQUEST * 1e6),
                POLLS * (3 * QUEUE_REQUEST + FIFO_REQUEST));
        fixed(
                "notifications of the whole world",
                "%.0f x (3 queue requests + 1 invocation of %.2f s x %.2f GB + 1 read of the index + %.0f B of log)"
                        .formatted(NOTIFICATIONS, FOREIGN_SECONDS, CLIP_GIGABYTES, LOG_BYTES),
                NOTIFICATIONS
                        * (3 * QUEUE_REQUEST
                                + INVOCATION
                                + FOREIGN_SECONDS * CLIP_GIGABYTES * GIGABYTE_SECOND
                                + dollars(FOREIGN)
                                + LOG_BYTES / 1e9 * LOG_GIGABYTE));
        forSite(
                "intake of scenes",
                "%.1f products x (4 queue requests + %.0f s x %.2f GB + %.0f ranged reads + 1 clip written + table)"
                        .formatted(PRODUCTS, CLIP_SECONDS, CLIP_GIGABYTES, READS_OF_A_PRODUCT),
                PRODUCTS
                        * (4 * QUEUE_REQUEST
                                + INVOCATION
                                + CLIP_SECONDS * CLIP_GIGABYTES * GIGABYTE_SECOND
                                + READS_OF_A_PRODUCT * S3_GET
                                + S3_PUT_OR_LIST
                                + dollars(INTAKE)));
        forSite(
                "scoring",
                "%.1f runs x (3 FIFO requests + %.0f s x %.0f GB + input of 600 scenes + %.0f write units)"
                        .formatted(SCORINGS, SCORE_SECONDS, SCORE_GIGABYTES, PUBLISHED_UNITS),
                SCORINGS
                        * (3 * FIFO_REQUEST
                                + INVOCATION
                                + SCORE_SECONDS * SCORE_GIGABYTES * GIGABYTE_SECOND
                                + dollars(SCORE_READS)
                                + PUBLISHED_UNITS * WRITE_UNIT));
        forSite(
                "hourly reconciliation",
                "%.0f x (2.1 queue requests + %.2f s x %.1f GB + table + %.0f B of log)"
                        .formatted(HOURS, LIGHT_SECONDS, AUDIT_GIGABYTES, LOG_BYTES),
                HOURS * (audit(LIGHT_SECONDS) + dollars(LIGHT)));
        forSite(
                "daily reconciliation",
                "%.0f x (2.1 queue requests + %.0f s x %.1f GB + table + %.0f lists of the archive + log)"
                        .formatted(DAYS, FULL_SECONDS, AUDIT_GIGABYTES, LISTS),
                DAYS * (audit(FULL_SECONDS) + dollars(FULL) + LISTS * S3_PUT_OR_LIST));
        forSite(
                "storage after ten years",
                "%.0f scenes x (%.0f kB in the table with recovery + %.0f kB of clips)"
                        .formatted(OVERPASSES * 12 * YEARS, SCENE_BYTES / 1e3, CLIP_BYTES / 1e3),
                OVERPASSES
                        * 12
                        * YEARS
                        * (SCENE_BYTES / 1e9 * (TABLE_GIGABYTE + POINT_IN_TIME_GIGABYTE)
                                + CLIP_BYTES / 1e9 * S3_GIGABYTE));
    }

    private static double audit(double seconds) {
        // A tenth of a batch is sent; each message is received and deleted by itself.
        return 2.1 * QUEUE_REQUEST
                + INVOCATION
                + seconds * AUDIT_GIGABYTES * GIGABYTE_SECOND
                + LOG_BYTES / 1e9 * LOG_GIGABYTE;
    }

    private void fixed(String what, String arithmetic, double dollars) {
        lines.add(new Line(what, arithmetic, dollars, 0));
    }

    private void forSite(String what, String arithmetic, double dollars) {
        lines.add(new Line(what, "for each site " + arithmetic, 0, dollars));
    }

    void print(PrintStream out) {
        out.println("| line | arithmetic | 1 site | 100 sites | 10,000 sites |");
        out.println("|---|---|---|---|---|");
        double[] totals = new double[SITES.size()];
        for (Line line : lines) {
            StringBuilder row = new StringBuilder("| %s | %s |".formatted(line.what, line.arithmetic));
            for (int i = 0; i < totals.length; i++) {
                double dollars = line.fixed + line.forSite * SITES.get(i);
                totals[i] += dollars;
                row.append(String.format(Locale.ROOT, " %.2f |", dollars));
            }
            out.println(row);
        }
        out.printf(
                Locale.ROOT,
                "| **dollars a month** | | **%.2f** | **%.2f** | **%.2f** |%n",
                totals[0],
                totals[1],
                totals[2]);
    }
}
