package org.heatwatch.source;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.estimation.source.LocatedSource;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Site;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.HeatScore;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;
import org.locationtech.jts.geom.Coordinate;

/** A report as of a search: two sources, of which the second ended, in a composite with a hidden corner. */
public final class SourceReports {
    public static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    private static final double SIGMA_METRES = 60;
    private static final double STANDARD_ERROR = 0.1;
    private static final int REFERENCE_SCENES = 40;

    private SourceReports() {}

    /** A report of the period from {@link #FROM} to a day. */
    public static SourceReport of(Site site, LocalDate to) {
        return of(site, FROM, to);
    }

    /** A report of a period of at least 16 days, with an observation of each source every 16 days. */
    public static SourceReport of(Site site, LocalDate from, LocalDate to) {
        return of(site, from, to, 2);
    }

    /** The same with more sources: every third of them ended, each starts and ends at a time of its own. */
    public static SourceReport of(Site site, LocalDate from, LocalDate to, int count) {
        List<LocalDate> days = from.datesUntil(to, java.time.Period.ofDays(16)).toList();
        Coordinate centre = centre(site);
        LocatedSource strong = new LocatedSource(centre.x + 310, centre.y + 120, 9, 24_000, 1_100, 21.8);
        LocatedSource ended = new LocatedSource(centre.x - 420, centre.y - 200, 14, 9_000, 1_000, 9.1);
        LocalDate half = days.get(days.size() / 2);
        List<HeatSource> sources = new ArrayList<>(List.of(
                source("source-1", strong, site, from, days.getLast(), /* ended= */ false),
                source("source-2", ended, site, from, half, /* ended= */ true)));
        for (int i = 2; i < count; i++) {
            sources.add(source(i, centre, count, site, days));
        }
        Period period = new Period(from, to);
        return new SourceReport(
                new SiteSources(period, REFERENCE_SCENES, days.size(), 4.6, 0.1, sources, activity(period)),
                List.of(
                        history("source-1", strong, site, days, days.getLast()),
                        history("source-2", ended, site, days, half)),
                composite(period, days.size(), centre, List.of(strong, ended)));
    }

    private static Coordinate centre(Site site) {
        Coordinate lonLat = site.bounds().envelope().centre();
        return site.utm().toUtm(lonLat.x, lonLat.y);
    }

    /** A weaker source on a spiral around the centre. */
    private static HeatSource source(int index, Coordinate centre, int count, Site site, List<LocalDate> days) {
        double metres = 150 + 1_200.0 * index / count;
        LocatedSource place = new LocatedSource(
                centre.x + metres * Math.cos(2.4 * index),
                centre.y + metres * Math.sin(2.4 * index),
                10 + 30.0 * index / count,
                9_000 - 7_000.0 * index / count,
                900,
                9 - 4.0 * index / count);
        boolean ended = index % 3 == 0;
        int first = days.size() * index / (2 * count);
        int last = ended ? (first + days.size()) / 2 : days.size() - 1;
        return source("source-" + (index + 1), place, site, days.get(first), days.get(last), ended);
    }

    private static HeatSource source(
            String id, LocatedSource place, Site site, LocalDate firstSeen, LocalDate lastSeen, boolean ended) {
        Coordinate lonLat = site.utm().toLonLat(place.east(), place.north());
        return new HeatSource(
                id,
                lonLat.x,
                lonLat.y,
                place.positionError(),
                place.kelvinSquareMetres(),
                place.kelvinSquareMetresError(),
                place.z(),
                ended ? FacilityState.OFF : FacilityState.ON,
                firstSeen,
                lastSeen,
                ended,
                0.85,
                20,
                /* insideOutline= */ !ended,
                site.features().isEmpty() ? null : site.features().getFirst().id(),
                site.features().isEmpty() ? null : 55.0,
                ended ? ActivityEvidence.NONE : EVIDENCE);
    }

    private static final ActivityEvidence EVIDENCE = new ActivityEvidence(List.of(
            new EvidenceTest(
                    EvidenceTest.Kind.WEEK,
                    1.9,
                    0.6,
                    EvidenceTest.Verdict.SUPPORTS_ACTIVITY,
                    "Warmer on working days than on Sundays by 1.9 \u00b1 0.6 K."),
            new EvidenceTest(
                    EvidenceTest.Kind.SUN,
                    0.1,
                    0.4,
                    EvidenceTest.Verdict.INCONCLUSIVE,
                    "The excess does not depend on the elevation of the sun within the errors.")));

    private static SourceHistory history(
            String id, LocatedSource place, Site site, List<LocalDate> days, LocalDate last) {
        List<JudgedObservation> observations = days.stream()
                .map(day -> observation(day, day.isAfter(last) ? 0 : place.kelvinSquareMetres() / 3600))
                .toList();
        return new SourceHistory(
                id,
                place,
                new FeatureHistory(
                        SourceFootprint.of(id, place, site),
                        new CusumThreshold(6, 0.05),
                        StateTrack.of(observations, 6, days.getLast())),
                new ActivitySpan(days.getFirst(), last, 5, 0.4, days.size(), last.equals(days.getLast())));
    }

    private static JudgedObservation observation(LocalDate day, double kelvin) {
        return new JudgedObservation(
                new Acquisition(Satellite.LANDSAT_8, new WrsScene(116, 34), day),
                day.atTime(2, 11).toInstant(ZoneOffset.UTC),
                Pass.DAY,
                new JudgedObservation.Scored(
                        new ExcessOverBaseline(kelvin, 1, 80), HeatScore.of(kelvin, 80), 1, Confidence.HIGH, false),
                Optional.empty(),
                /* mayTurnOn= */ true,
                /* isProvisional= */ false,
                List.of());
    }

    /** Every quarter of the period; the second one has no clear overpass. */
    private static List<ActivityQuarter> activity(Period period) {
        List<ActivityQuarter> quarters = new ArrayList<>();
        for (LocalDate from = period.from(); from.isBefore(period.to()); from = from.plusMonths(3)) {
            LocalDate to = from.plusMonths(3).minusDays(1);
            int index = quarters.size();
            quarters.add(
                    index == 1
                            ? new ActivityQuarter(from, to, 0, 0, null, null, null, null, null)
                            : new ActivityQuarter(
                                    from, to, 5, 2, 3.0 + index, 2.0 + index, 5.0 + index, 33_000.0, 1_500.0));
        }
        return quarters;
    }

    private static CompositeMap composite(Period period, int scenes, Coordinate centre, List<LocatedSource> sources) {
        int cells = 81;
        double half = CompositeRaster.SPACING_METRES * (cells - 1) / 2;
        CompositeRaster grid =
                new CompositeRaster(centre.x - half, centre.y - half, cells, cells, new double[cells * cells]);
        double[] excess = new double[cells * cells];
        double[] errors = new double[cells * cells];
        IntStream.range(0, excess.length).forEach(i -> {
            double east = grid.east(i % cells);
            double north = grid.north(i / cells);
            errors[i] = i % cells < 8 && i / cells < 8 ? Double.POSITIVE_INFINITY : STANDARD_ERROR;
            excess[i] = STANDARD_ERROR * Math.sin(east / 90) * Math.cos(north / 70)
                    + sources.stream()
                            .mapToDouble(source -> blurred(source, east, north))
                            .sum();
        });
        return new CompositeMap(period, REFERENCE_SCENES, scenes, grid.with(excess), grid.with(errors));
    }

    private static double blurred(LocatedSource source, double east, double north) {
        double squared = source.distance(east, north) * source.distance(east, north);
        return source.kelvinSquareMetres()
                / (2 * Math.PI * SIGMA_METRES * SIGMA_METRES)
                * Math.exp(-squared / (2 * SIGMA_METRES * SIGMA_METRES));
    }
}
