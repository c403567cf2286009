package org.heatwatch.pictures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heatwatch.clip.Transmittance;
import org.heatwatch.estimation.baseline.ExcessOverBaseline;
import org.heatwatch.history.ClearSky;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.sampling.GridGeometry;
import org.heatwatch.sampling.SamplingGrid;
import org.heatwatch.site.Bounds;
import org.heatwatch.site.Feature;
import org.heatwatch.site.Footprint;
import org.heatwatch.site.Pass;
import org.heatwatch.site.Presentation;
import org.heatwatch.site.Role;
import org.heatwatch.site.Site;
import org.heatwatch.site.UtmProjection;
import org.heatwatch.site.WatchedScene;
import org.heatwatch.state.Confidence;
import org.heatwatch.state.CusumThreshold;
import org.heatwatch.state.HeatScore;
import org.heatwatch.state.JudgedObservation;
import org.heatwatch.state.StateTrack;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A small site, observations of one of its facilities, and passes over it. */
final class Fixtures {
    static final double EAST = 310_000;
    static final double NORTH = 4_200_000;
    static final LocalDate FIRST = LocalDate.of(2024, 1, 3);

    private static final UtmProjection UTM = UtmProjection.ofEpsg(32652);
    private static final SamplingGrid GRID =
            new SamplingGrid(new GridGeometry(14.9, 100, 98, 0), 0.2, 0.7, EAST, NORTH);
    private static final int CELLS = 9;
    static final double SCATTER = 0.5;

    private Fixtures() {}

    /** A square of 80 m, the given number of metres east of the centre. */
    static Feature feature(String id, Role role, double metresEast, double accuracyMetres) {
        Envelope square = new Envelope(EAST + metresEast - 40, EAST + metresEast + 40, NORTH - 40, NORTH + 40);
        Geometry outline = new GeometryFactory().toGeometry(square);
        return new Feature(
                id,
                "Name of " + id,
                role,
                new Footprint(UTM.toLonLat(outline), outline),
                Optional.empty(),
                List.of(),
                "test",
                accuracyMetres,
                /* verified= */ true,
                Optional.empty());
    }

    static Feature facility() {
        return feature("facility", Role.FACILITY, 0, 5);
    }

    static Site site() {
        return new Site(
                "site",
                new Presentation("Site", "Test", ZoneOffset.UTC, /* simulated= */ true),
                UTM,
                List.of(new WatchedScene(product(FIRST).scene(), Pass.DAY, Optional.empty())),
                List.of(),
                new Bounds(126, 37, 127, 38),
                List.of(facility(), feature("control", Role.CONTROL, 300, 500)));
    }

    static ProductId product(LocalDate date) {
        String day = date.toString().replace("-", "");
        return ProductId.parse("LC08_L1TP_116034_%s_%s_02_T1".formatted(day, day));
    }

    static JudgedObservation.Scored scored(double kelvin) {
        return new JudgedObservation.Scored(
                new ExcessOverBaseline(kelvin, 1, 100), HeatScore.of(kelvin, 100), 1, Confidence.HIGH, kelvin > 3);
    }

    static JudgedObservation.Outcome hidden() {
        return new JudgedObservation.NoObservation("hidden", 0);
    }

    /** Observations of the facility every eight days from the first day on. */
    static FeatureHistory history(JudgedObservation.Outcome... outcomes) {
        return history(List.of(), outcomes);
    }

    /** The same with some unreliable passes. */
    static FeatureHistory history(List<LocalDate> suspect, JudgedObservation.Outcome... outcomes) {
        List<JudgedObservation> observations = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            Acquisition pass = product(FIRST.plusDays(8L * i)).acquisition();
            observations.add(new JudgedObservation(
                    pass,
                    pass.date().atTime(2, 10).toInstant(ZoneOffset.UTC),
                    Pass.DAY,
                    outcomes[i],
                    suspect.contains(pass.date()) ? Optional.of("a bad scene") : Optional.empty(),
                    /* mayTurnOn= */ true,
                    /* isProvisional= */ false,
                    List.of()));
        }
        return history(observations);
    }

    /** A history of these observations. */
    static FeatureHistory history(List<JudgedObservation> observations) {
        StateTrack track = StateTrack.of(observations, 5, last(observations.size()));
        return new FeatureHistory(facility(), new CusumThreshold(5, 0.05), track);
    }

    /** Date of the last of a number of observations. */
    static LocalDate last(int count) {
        return FIRST.plusDays(8L * (count - 1));
    }

    static PassReport pass(LocalDate date, String... suspicions) {
        return new PassReport(
                product(date).acquisition(),
                product(date),
                Instant.parse(date + "T02:10:00Z"),
                Pass.DAY,
                false,
                0.9,
                ClearSky.Mask.QA_PIXEL_AND_TEMPERATURE,
                0,
                0.8,
                Transmittance.Source.ST_ATRAN,
                List.of(),
                null,
                "clip.tif",
                false,
                0,
                null,
                null,
                List.of(suspicions),
                null,
                List.of(),
                null);
    }

    /** Cells that cover the site, with this excess at its centre and 0 elsewhere. */
    static List<MapCell> cells(double kelvin) {
        List<MapCell> cells = new ArrayList<>();
        for (int across = -CELLS; across <= CELLS; across++) {
            for (int along = -CELLS; along <= CELLS; along++) {
                cells.add(MapCell.of(GRID, across, along, across == 0 && along == 0 ? kelvin : 0));
            }
        }
        return cells;
    }

    static HeatMap map(List<MapCell> cells, FeatureHistory history, Optional<String> warning) {
        LocalDate date = history.observations().getLast().acquisition().date();
        return new HeatMap(
                site(),
                cells,
                SCATTER,
                pass(date),
                List.of(PublishedObservation.of(history).getLast()),
                date,
                warning);
    }
}
