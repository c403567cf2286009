package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heatwatch.announce.Story;
import org.heatwatch.estimation.composite.CompositeRaster;
import org.heatwatch.source.HeatSource;
import org.heatwatch.source.SourceReport;
import org.heatwatch.source.SourceReports;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

final class CompositePictureTest {
    private static final int WIDTH = 1800;
    private static final SourceReport REPORT = SourceReports.of(Story.SITE, LocalDate.of(2025, 6, 30));
    private static final SourceMap MAP = map(REPORT.sources().sources(), Optional.empty());

    private static SourceMap map(List<HeatSource> sources, Optional<String> warning) {
        return new SourceMap(Story.SITE, REPORT.composite(), sources, warning);
    }

    private static Pixels pixels(SourceMap map) {
        return Pixels.of(CompositePicture.png(map, WIDTH));
    }

    @Test
    void aSignificantExcessHasTheColourOfTheScaleAndALesserOneIsPale() {
        SourceMap withoutMarks = map(List.of(), Optional.empty());
        CompositePicture picture = CompositePicture.of(withoutMarks, WIDTH);
        CompositeLayer layer = new CompositeLayer(withoutMarks, picture.panel(), picture.scale());
        CompositeRaster grid = REPORT.composite().excess();
        int strongest = 0;
        for (int cell = 1; cell < grid.values().length; cell++) {
            strongest = grid.values()[cell] > grid.values()[strongest] ? cell : strongest;
        }
        assertThat(withoutMarks.isSignificant(strongest)).isTrue();
        assertThat(layer.colour(strongest)).isEqualTo(picture.scale().of(grid.values()[strongest]));
        assertThat(picture.scale().high()).isGreaterThanOrEqualTo(grid.values()[strongest]);
        int centre = grid.values().length / 2;
        assertThat(withoutMarks.isSignificant(centre)).isFalse();
        assertThat(layer.colour(centre))
                .isEqualTo(CompositeLayer.pale(picture.scale().of(grid.values()[centre])));
    }

    @Test
    void unknownCellsAreHatched() {
        assertThat(MAP.isKnown(0)).isFalse();
        assertThat(MAP.knownShare()).isBetween(0.98, 0.995);
        assertThat(MAP.medianError()).contains(0.1);
    }

    @Test
    void sourcesAreNumberedWhereTheyWereFound() {
        HeatSource strongest = REPORT.sources().sources().getFirst();
        MapPanel panel = CompositePicture.of(MAP, WIDTH).panel();
        Coordinate at = MAP.utm(strongest);
        Rectangle2D around = new Rectangle2D.Double(panel.x(at.x) - 10, panel.y(at.y) - 10, 20, 20);
        assertThat(pixels(MAP).differences(pixels(map(List.of(), Optional.empty())), around))
                .isGreaterThan(50);
    }

    @Test
    void theMapShowsAllSourcesAndFeatures() {
        Envelope shown = MAP.area();
        REPORT.sources()
                .sources()
                .forEach(source -> assertThat(shown.contains(MAP.utm(source))).isTrue());
    }

    @Test
    void aWarningIsDrawnAsBanner() {
        Pixels warned = pixels(map(List.of(), Optional.of("Simulated data")));
        assertThat(warned.count(new Color(0xFFD24D), new Rectangle2D.Double(0, 0, 900, WarningBanner.HEIGHT)))
                .isGreaterThan(10_000);
    }

    @Test
    void aWidthOutsideTheLimitsIsRejected() {
        assertThatThrownBy(() -> CompositePicture.png(MAP, 299)).isInstanceOf(IllegalArgumentException.class);
    }
}
