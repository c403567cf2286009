package org.heatwatch.announce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.site.Site;
import org.heatwatch.source.ActivityEvidence;
import org.heatwatch.source.ActivityQuarter;
import org.heatwatch.source.EvidenceTest;
import org.heatwatch.source.HeatSource;
import org.heatwatch.state.FacilityState;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** Builds the heat sources of a report, each observed every eight days. */
public final class SourceStory {
    private static final int REPEAT_DAYS = 8;

    private final Site site;
    private int overpasses = 20;
    private final List<ReportedSource> sources = new ArrayList<>();
    private final List<ActivityQuarter> quarters = new ArrayList<>();

    public SourceStory(Site site) {
        this.site = site;
    }

    public static SourceStory here() {
        return new SourceStory(Story.SITE);
    }

    /** Number of overpasses in which the sources that follow were warm. */
    public SourceStory observed(int times) {
        overpasses = times;
        return this;
    }

    /** A source that is warm from a day on, at a distance in metres from the centre of a facility. */
    public SourceStory warm(String id, double amount, String feature, double north, double east, String from) {
        return add(id, amount, feature, north, east, LocalDate.parse(from), Optional.empty());
    }

    /** A source that was warm between two days. */
    public SourceStory ended(
            String id, double amount, String feature, double north, double east, String from, String to) {
        return add(id, amount, feature, north, east, LocalDate.parse(from), Optional.of(LocalDate.parse(to)));
    }

    private SourceStory add(
            String id,
            double amount,
            String feature,
            double north,
            double east,
            LocalDate from,
            Optional<LocalDate> to) {
        Point centre = site.feature(feature).orElseThrow().footprint().utm().getCentroid();
        UtmPosition place = new UtmPosition(centre.getX() + east, centre.getY() + north);
        Coordinate lonLat = site.utm().toLonLat(place.east(), place.north());
        HeatSource source = new HeatSource(
                id,
                lonLat.x,
                lonLat.y,
                9,
                amount,
                1_100,
                8,
                to.isPresent() ? FacilityState.OFF : FacilityState.ON,
                from,
                to.orElse(LocalDate.of(2025, 10, 27)),
                to.isPresent(),
                0.85,
                overpasses,
                /* insideOutline= */ true,
                feature,
                55.0,
                new ActivityEvidence(List.of(
                        new EvidenceTest(
                                EvidenceTest.Kind.WEEK,
                                1.9,
                                0.6,
                                EvidenceTest.Verdict.SUPPORTS_ACTIVITY,
                                "Warmer on working days than on Sundays by 1.9 \u00b1 0.6 K."),
                        new EvidenceTest(
                                EvidenceTest.Kind.SUN, 0, 1, EvidenceTest.Verdict.INCONCLUSIVE, "Nothing is known."))));
        sources.add(new ReportedSource(
                source,
                place,
                Story.acquisition(from.plusDays(2 * REPEAT_DAYS)),
                to.map(last -> Story.acquisition(last.plusDays(3 * REPEAT_DAYS)))));
        return this;
    }

    public SourceStory quarter(ActivityQuarter quarter) {
        quarters.add(quarter);
        return this;
    }

    public Optional<ReportedSources> report() {
        return Optional.of(new ReportedSources(sources, quarters));
    }
}
