package org.heatwatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.heatwatch.cli.output.Table;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.ledger.IntakeOutcome;
import org.heatwatch.ledger.IntakeRecord;

/**
 * Summary of the intake of products.
 *
 * @param products all products that were processed
 * @param failures number of products that failed for a temporary reason
 * @param seconds duration
 */
record IntakeSummary(List<ProductId> products, int failures, double seconds) {

    /**
     * Prints the number of products by outcome, and the duration.
     *
     * @param records outcomes of a site, among them those of the products
     */
    void print(List<IntakeRecord> records, PrintWriter out) {
        Map<String, Integer> counts = new TreeMap<>();
        for (IntakeRecord record : records) {
            if (products.contains(record.product())) {
                counts.merge(name(record.outcome()), 1, Integer::sum);
            }
        }
        if (failures > 0) {
            counts.put("failed", failures);
        }
        Table table = Table.of("outcome", ">products");
        counts.forEach((outcome, count) -> table.row(outcome, Integer.toString(count)));
        table.print(out);
        out.printf(
                Locale.ROOT,
                "%d products in %.1f s, %.2f s each%n",
                products.size(),
                seconds,
                seconds / products.size());
    }

    private static String name(IntakeOutcome outcome) {
        return switch (outcome) {
            case IntakeOutcome.Recorded _ -> "recorded";
            case IntakeOutcome.Superseded _ -> "superseded";
            case IntakeOutcome.NotOurs _ -> "not ours";
            case IntakeOutcome.Unreadable _ -> "unreadable";
        };
    }
}
