package org.heatwatch.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heatwatch.intake.ExpectedPass;
import org.heatwatch.intake.OrbitCalendar;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Level;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.site.WatchedScene;

/**
 * What a back-fill reads and costs.
 *
 * @param level1 products of level 1 to be read
 * @param level2 products of level 2 to be read
 * @param passedOver products that need not be read, since a better one of their acquisition is
 * @param listings requests by which it is found out what there is
 * @param isUpperBound whether the products are what the orbit allows, as opposed to what the archive has
 */
record BackfillPlan(int level1, int level2, int passedOver, int listings, boolean isUpperBound) {
    /** In one product: the head and the groups of tiles of each band, and the metadata. */
    private static final int LEVEL_1_REQUESTS = 6;

    private static final int LEVEL_2_REQUESTS = 9;
    /** Of tiles of 256 by 256 pixels under a site of some ten kilometres, and the heads of the files. */
    private static final double LEVEL_1_MEGABYTES = 0.6;

    private static final double LEVEL_2_MEGABYTES = 1.0;

    /** US dollars, us-west-2, end of 2025. */
    private static final double GET = 0.4e-6;

    private static final double LIST = 5e-6;
    private static final double GIGABYTE_TO_THE_INTERNET = 0.09;
    /** Two seconds of 1,769 MB, some thirty write units, one object, three messages, and the scoring that follows. */
    private static final double PRODUCT_IN_THE_STACK = 2 * 1.73 * 16.7e-6 + 30 * 0.625e-6 + 5e-6 + 3 * 0.4e-6 + 1e-4;

    private static final int LEVELS = 2;

    /** The passes of a site by the orbit: at most one product of each is read, level 2 by day, level 1 by night. */
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

    /** Products that the archive has. Of each acquisition the best is read first, which leaves nothing to the others. */
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

    /** One of each level, satellite, scene and year. */
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

    /** @param intoStack whether a stack does the work, as opposed to this machine */
    void print(PrintWriter out, boolean intoStack) {
        String most = isUpperBound ? "at most " : "";
        Table table = new Table("what", ">amount", ">dollars", "");
        table.row("scenes to read", most + products(), "", "%d by level 2, %d by level 1".formatted(level2, level1));
        if (passedOver > 0) {
            table.row("products passed over", Integer.toString(passedOver), "", "a better one of their pass is read");
        }
        table.row("listings", Integer.toString(listings), dollars(listings * LIST), "by level, satellite, scene, year");
        table.row("reads", most + requests(), dollars(requests() * GET), "the requester pays");
        if (intoStack) {
            table.row("data", most + gigabytesText(), "0.00", "free within us-west-2");
            table.row(
                    "work of the stack",
                    most + products(),
                    dollars(products() * PRODUCT_IN_THE_STACK),
                    "functions, table, queues, clips");
        } else {
            table.row(
                    "data",
                    most + gigabytesText(),
                    dollars(gigabytes() * GIGABYTE_TO_THE_INTERNET),
                    "from us-west-2 to this machine");
        }
        table.row("together", "", dollars(dollars(intoStack)), isUpperBound ? "not every pass was acquired" : "");
        table.print(out);
    }

    private String gigabytesText() {
        return String.format(Locale.ROOT, "%.2f GB", gigabytes());
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
