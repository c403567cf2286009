package org.heatwatch.pictures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.Tier;
import org.heatwatch.publication.PassReport;
import org.heatwatch.site.Pass;

/**
 * Header of a heat map: warning, site, pass and, for an unreliable pass, the reasons.
 *
 * @param width available width, in points
 */
record MapHead(HeatMap map, double width) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Color WARNING = new Color(0xF6D5CE);
    private static final double TITLE = 72;
    private static final double LINE = 16;
    private static final double TEXT = 11;

    double height() {
        double suspicions = map.pass().suspicions().size() * LINE;
        return top() + TITLE + (suspicions == 0 ? 0 : suspicions + LINE + 12) + 4;
    }

    private double top() {
        return map.warning().isPresent() ? WarningBanner.HEIGHT : 0;
    }

    void draw(Canvas canvas, double left) {
        map.warning().ifPresent(warning -> WarningBanner.banner(canvas, warning, 0));
        double y = top() + 30;
        canvas.bold(map.site().name(), left, y, 20);
        canvas.text(pass(), left, y + 20, 12);
        canvas.text(product(), left, y + 36, 12);
        if (map.pass().isSuspect()) {
            double boxTop = top() + TITLE;
            double boxHeight = (map.pass().suspicions().size() + 1) * LINE + 4;
            canvas.fill(new Rectangle2D.Double(left, boxTop, width, boxHeight), WARNING);
            canvas.bold("Unreliable pass; it changed no state:", left + 8, boxTop + LINE - 2, TEXT);
            double line = boxTop + 2 * LINE - 2;
            for (String suspicion : map.pass().suspicions()) {
                canvas.text(suspicion, left + 8, line, TEXT);
                line += LINE;
            }
        }
    }

    private String pass() {
        String time = TIME.format(map.pass().acquiredAt());
        return map.acquisition().id() + "   " + time + (map.pass().pass() == Pass.NIGHT ? ", night" : ", day");
    }

    private String product() {
        PassReport pass = map.pass();
        return satellite(map.product().satellite()) + "   tier "
                + tier(map.product().tier()) + "   "
                + map.product().level()
                + (pass.provisional() ? "   PROVISIONAL: a better product may still change this" : "")
                + (pass.dormant() ? "   of the reference period, from which baselines are learned" : "");
    }

    private static String satellite(Satellite satellite) {
        return switch (satellite) {
            case LANDSAT_8 -> "Landsat 8";
            case LANDSAT_9 -> "Landsat 9";
        };
    }

    private static String tier(Tier tier) {
        return switch (tier) {
            case RT -> "RT (real time)";
            case T2 -> "T2";
            case T1 -> "T1";
        };
    }
}
