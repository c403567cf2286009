package org.heatwatch.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Role;
import org.heatwatch.source.ActivityQuarter;
import org.locationtech.jts.geom.GeometryFactory;

/** The number of buildings in use in each quarter. */
final class ActivityCollection extends WatchCollection {
    static final String ID = "activity";
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int MONTHS_OF_A_QUARTER = 3;

    private static final List<Column<Quarter>> COLUMNS = Columns.ofSite(Quarter::view)
            .text("quarter", "The quarter, for example 2024-q1.", Quarter::code)
            .of(
                    ActivityQuarter.class,
                    Quarter::activity,
                    "from",
                    "to",
                    "overpasses",
                    "found",
                    "buildings",
                    "buildingsLow",
                    "buildingsHigh",
                    "kelvinSquareMetres",
                    "kelvinSquareMetresStandardError")
            .list();

    private record Quarter(PublishedSite view, ActivityQuarter activity) {

        String code() {
            LocalDate from = activity.from();
            return "%d-q%d".formatted(from.getYear(), (from.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
        }

        /** The present quarter lasts until the day up to which the publication is known. */
        TimeSpan span() {
            Instant from = activity.from().atStartOfDay().toInstant(ZoneOffset.UTC);
            LocalDate until = view.asOf().filter(activity.to()::isAfter).orElse(activity.to());
            Instant to = TimeSpan.endOf(until);
            return new TimeSpan(from.isAfter(to) ? to : from, to);
        }

        String title() {
            Double buildings = activity.buildings();
            return buildings == null
                    ? code() + ": no clear overpass"
                    : String.format(
                            Locale.ROOT,
                            "%s: %.0f buildings in use (%.0f to %.0f)",
                            code(),
                            buildings,
                            activity.buildingsLow(),
                            activity.buildingsHigh());
        }
    }

    ActivityCollection() {
        super(
                ID,
                "Activity by quarter",
                "The number of buildings in use in each quarter with a 90 % interval, including buildings too weak to "
                        + "be found, and the total excess of the heat sources. In use means warmer than in the "
                        + "reference period. Nothing is known of a quarter without a clear overpass.",
                COLUMNS,
                List.of(),
                Order.NEWEST);
    }

    @Override
    Stream<Row> rows(PublishedSite view, Selection selection) {
        Place outline = outline(view);
        return view.activity().stream().map(activity -> row(new Quarter(view, activity), outline));
    }

    /** The outline of the site; its bounds if it has none or several. */
    private static Place outline(PublishedSite view) {
        List<Feature> outlines = view.site().features(Role.SITE);
        return outlines.size() == 1
                ? view.place(outlines.getFirst())
                : Place.of(FACTORY.toGeometry(view.site().bounds().envelope()));
    }

    private Row row(Quarter quarter, Place outline) {
        String site = quarter.view().id();
        return new Row(
                Ids.join(site, quarter.code()),
                this,
                outline,
                quarter.span(),
                quarter.title(),
                properties(COLUMNS, quarter),
                List.of(),
                Map.of(
                        "chart",
                        new Row.Asset(
                                "/charts/activity.svg?site=" + site,
                                MediaTypes.SVG,
                                "Chart of all quarters",
                                List.of("overview"))));
    }
}
