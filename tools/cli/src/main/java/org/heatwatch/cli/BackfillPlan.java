package org.heatwatch.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heatwatch.cli.output.Table;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ExpectedPass;
import org.heatwatch.landsat.Level;
import org.heatwatch.landsat.OrbitCalendar;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.site.WatchedScene;

/**
 * Estimate of the reads and the cost of a back-fill.
 *
 * @param level1 number of level-1 products to read
 * @param level2 number of level-2 products to read
 * @param skipped number of products that are not read because a better one of the same acquisition is
 * @param listings number of requests that list the archive
 * @param isUpperBound whether the products are counted by the orbit and not listed from the archive
 */
record BackfillPlan(int level1, int level2, int skipped, int listings, boolean isUpperBound) {
    /** Reads of one product: header and groups of tiles of each band, and the metadata. */
    private static final int LEVEL_1_REQUESTS = 6;

    private static final int LEVEL_2_REQUESTS = 9;
    /** Tiles of 256 by 256 pixels that cover a site of about 10 km, and the headers of the files. */
    private static final double LEVEL_1_MEGABYTES = 0.6;

    private static final double LEVEL_2_MEGABYTES = 1.0;

    /** Prices in US dollars, us-west-2, end of 2025. */
    private static final double GET = 0.4e-6;

    private static final double LIST = 5e-6;
    private static final double GIGABYTE_TO_THE_INTERNET = 0.09;
    /** Two seconds at 1,769 MB, about 30 write units, one object, three messages, and the scoring. */
    private static final double PRODUCT_IN_THE_STACK = 2 * 1.73 * 16.7e-6 + 30 * 0.625e-6 + 5e-6 + 3 * 0.4e-6 + 1e-4;

    private static final int LEVELS = 2;

    /**
     * Counts the acquisitions that the orbit allows: at most one product of each is read, level 2 by day, level 1 by
     * night.
     */
    static BackfillPlan ofCalendar(Site site, LocalDate from, LocalDate to) {
        Map<Pass, Integer> passes = new TreeMap<>();
        for (WatchedScene scene : site.scenes()) {
            List<ExpectedPass> expected = OrbitCalendar.passes(scene.scene(), from, to);
            passes.merge(scene.pass(), expected.size(), Integer::sum);
        }
        return new BackfillPlan(
                passes.getOrDefault(Pass.NIGHT, 0),
                passes.getOrDefault(Pass.DAY, 0),
                0,
                listings(site, from, to),
                /* isUpperBound= */ true);
    }

    /** Counts products of the archive. Only the best one of each acquisition is read, since it is read first. */
    static BackfillPlan of(List<ProductId> products, int listings) {
        Map<Acquisition, ProductId> best = products.stream()
                .filter(product -> product.whyUnusable().isEmpty())
                .collect(Collectors.toMap(
                        ProductId::acquisition,
                        product -> product,
                        (a, b) -> Comparator.comparing(ProductId::rank).compare(a, b) >= 0 ? a : b));
        int level2 = (int) best.values().stream()
                .filter(product -> product.level() == Level.L2SP)
                .count();
        return new BackfillPlan(
                best.size() - level2, level2, products.size() - best.size(), listings, /* isUpperBound= */ false);
    }

    /** The number of list requests: one per level, satellite, scene and year. */
    static int listings(Site site, LocalDate from, LocalDate to) {
        int listings = 0;
        for (Satellite satellite : Satellite.values()) {
            int first =
                    Math.max(from.getYear(), OrbitCalendar.firstDay(satellite).getYear());
            listings += LEVELS * site.scenes().size() * Math.max(0, to.getYear() - first + 1);
        }
        return listings;
    }

    int products() {
        return level1 + level2;
    }

    private int requests() {
        return level1 * LEVEL_1_REQUESTS + level2 * LEVEL_2_REQUESTS;
    }

    private double gigabytes() {
        return (level1 * LEVEL_1_MEGABYTES + level2 * LEVEL_2_MEGABYTES) / 1000;
    }

    private double requestDollars() {
        return requests() * GET + listings * LIST;
    }

    double dollars(boolean intoStack) {
        return requestDollars()
                + (intoStack ? products() * PRODUCT_IN_THE_STACK : gigabytes() * GIGABYTE_TO_THE_INTERNET);
    }

    /**
     * Prints the estimate as a table.
     *
     * @param intoStack whether a stack takes the products in, as opposed to this machine
     */
    void print(PrintWriter out, boolean intoStack) {
        String bound = isUpperBound ? "at most " : "";
        Table table = Table.of("item", ">amount", ">dollars", "");
        table.row("scenes to read", bound + products(), "", "%d level 2, %d level 1".formatted(level2, level1));
        if (skipped > 0) {
            table.row("products skipped", Integer.toString(skipped), "", "a better product of the acquisition is read");
        }
        table.row(
                "listings",
                Integer.toString(listings),
                dollars(listings * LIST),
                "per level, satellite, scene and year");
        table.row("reads", bound + requests(), dollars(requests() * GET), "requester pays");
        if (intoStack) {
            table.row("data", bound + gigabytesText(), "0.00", "free within us-west-2");
            table.row(
                    "processing in the stack",
                    bound + products(),
                    dollars(products() * PRODUCT_IN_THE_STACK),
                    "functions, table, queues, clips");
        } else {
            table.row(
                    "data",
                    bound + gigabytesText(),
                    dollars(gigabytes() * GIGABYTE_TO_THE_INTERNET),
                    "from us-west-2 to this machine");
        }
        table.row("total", "", dollars(dollars(intoStack)), isUpperBound ? "not every pass was acquired" : "");
        table.print(out);
    }

    private String gigabytesText() {
        return String.format(Locale.ROOT, "%.2f GB", gigabytes());
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
