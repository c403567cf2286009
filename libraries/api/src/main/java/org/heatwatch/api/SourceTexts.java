package org.heatwatch.api;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.language.Phrases;
import org.heatwatch.language.Reasons;
import org.heatwatch.language.Words;
import org.heatwatch.site.Role;
import org.heatwatch.source.ActivityEvidence;
import org.heatwatch.source.ActivityQuarter;
import org.heatwatch.source.EvidenceTest;
import org.heatwatch.source.EvidenceTest.Verdict;
import org.heatwatch.source.HeatSource;
import org.jspecify.annotations.Nullable;

/** Texts about heat sources and quarters in one language. */
record SourceTexts(FacilityTexts facilities) {
    private static final double PERCENT = 100;

    /** Amounts are rounded to 10 K m2, well below their standard errors. */
    private static final double AMOUNT_STEP = 10;

    private Words words() {
        return facilities.words();
    }

    /** The coordinates to four decimals, for example {@code 37.9361 N 126.6391 E}. */
    static String place(HeatSource source) {
        return String.format(
                Locale.ROOT,
                "%.4f %s %.4f %s",
                Math.abs(source.latitude()),
                source.latitude() < 0 ? "S" : "N",
                Math.abs(source.longitude()),
                source.longitude() < 0 ? "W" : "E");
    }

    /** The amount with its standard error, for example {@code 24,000 ± 1,100 K m²}. */
    static String amount(HeatSource source) {
        return amount(source.kelvinSquareMetres(), source.kelvinSquareMetresStandardError());
    }

    private static String amount(double value, double error) {
        return String.format(
                Locale.ROOT, "%,.0f\u00a0\u00b1\u00a0%,.0f\u00a0K\u00a0m\u00b2", rounded(value), rounded(error));
    }

    private static double rounded(double amount) {
        return AMOUNT_STEP * Math.rint(amount / AMOUNT_STEP);
    }

    /** Variables of a row of the list. */
    Map<String, Object> row(HeatSource source, int rank, Addresses addresses) {
        String path = "/collections/sources/items/" + Ids.join(facilities.view().id(), source.id()) + "?f=html";
        List<EvidenceTest> tests = source.evidence().tests();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", source.id());
        row.put("rank", rank);
        row.put("place", place(source));
        row.put("address", addresses.of(path));
        row.put("metres", Math.round(source.positionStandardErrorMetres()));
        row.put("where", where(source));
        row.put("amount", amount(source));
        row.put("state", source.state().name());
        row.put("stateWord", words().say("state." + source.state()));
        row.put("ended", source.ended());
        row.put("firstSeen", source.firstSeen());
        row.put("lastSeen", source.lastSeen());
        row.put(
                "share",
                words().say(
                                "found.share",
                                "share",
                                Math.round(PERCENT * source.activeShare()),
                                "passes",
                                source.overpasses()));
        row.put("evidence", evidence(source.evidence()));
        row.put("hasTests", !tests.isEmpty());
        Phrases phrases = Reasons.in(words().language());
        row.put(
                "tests",
                tests.stream().map(EvidenceTest::sentence).map(phrases::say).toList());
        return row;
    }

    /** Whether the source is inside the outline of the site, if it has one, and the nearest feature. */
    private String where(HeatSource source) {
        boolean hasOutline = !facilities.view().site().features(Role.SITE).isEmpty();
        String inside = hasOutline ? words().say(source.insideOutline() ? "found.inside" : "found.outside") : "";
        return nearest(source)
                .map(nearest -> hasOutline ? inside + "; " + nearest : nearest)
                .orElse(inside);
    }

    private Optional<String> nearest(HeatSource source) {
        Double metres = source.nearestMetres();
        if (metres == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(source.nearest())
                .flatMap(facilities.view().site()::feature)
                .map(facilities::label)
                .map(name -> Math.round(metres) == 0
                        ? words().say("found.in", "name", name)
                        : words().say("found.nearest", "metres", Math.round(metres), "name", name));
    }

    /** How many comparisons support or contradict activity. */
    String evidence(ActivityEvidence evidence) {
        int supporting = count(evidence, Verdict.SUPPORTS_ACTIVITY);
        int contradicting = count(evidence, Verdict.CONTRADICTS_ACTIVITY);
        int all = evidence.tests().size();
        if (all == 0) {
            return words().say("found.evidence.none");
        }
        String text = words().say(
                        supporting == 1 ? "found.evidence.one" : "found.evidence.many",
                        "count",
                        supporting,
                        "all",
                        all);
        if (contradicting > 0) {
            text += words().say(
                            contradicting == 1 ? "found.evidence.against.one" : "found.evidence.against.many",
                            "count",
                            contradicting);
        }
        return supporting + contradicting == 1 ? text + words().say("found.evidence.chance") : text;
    }

    private static int count(ActivityEvidence evidence, Verdict verdict) {
        return (int) evidence.tests().stream()
                .filter(test -> test.verdict() == verdict)
                .count();
    }

    /** The name of the quarter in which a day is. */
    String quarter(LocalDate day) {
        return words().say("found.quarter.name", "year", day.getYear(), "quarter", day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** Variables of a row of the table of quarters. */
    Map<String, Object> row(ActivityQuarter quarter) {
        Double amount = quarter.kelvinSquareMetres();
        Double error = quarter.kelvinSquareMetresStandardError();
        return Map.of(
                "quarter", quarter(quarter.from()),
                "known", isKnown(quarter),
                "buildings", count(quarter.buildings()),
                "low", count(quarter.buildingsLow()),
                "high", count(quarter.buildingsHigh()),
                "found", quarter.overpasses() > 0 ? quarter.found() : "",
                "amount", amount != null && error != null ? amount(amount, error) : "",
                "overpasses", quarter.overpasses());
    }

    /** Whether the number of buildings in use is known. */
    static boolean isKnown(ActivityQuarter quarter) {
        return quarter.buildings() != null && quarter.buildingsLow() != null && quarter.buildingsHigh() != null;
    }

    private static String count(@Nullable Double buildings) {
        return buildings == null ? "" : String.valueOf(Math.round(buildings));
    }
}
