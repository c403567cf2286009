package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.heatwatch.history.FeatureHistory;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

final class HeatMapPictureTest {
    private static final FeatureHistory OFF = Fixtures.history(Fixtures.scored(0), Fixtures.scored(0.2));
    private static final FeatureHistory HIDDEN = Fixtures.history(Fixtures.scored(0), Fixtures.hidden());
    private static final Optional<String> NO_NOTICE = Optional.empty();

    @Test
    void theCellOfAHotSampleHasTheHotColour() {
        List<MapCell> cells = Fixtures.cells(8);
        HeatMap map = Fixtures.map(cells, HIDDEN, NO_NOTICE);
        assertThat(inCell(map, cells, 8)).isEqualTo(scale(map).of(8));
        assertThat(scale(map).of(8).getRed()).isGreaterThan(scale(map).of(8).getBlue());
    }

    @Test
    void theCellOfAColdSampleHasTheColdColour() {
        List<MapCell> cells = Fixtures.cells(-8);
        HeatMap map = Fixtures.map(cells, HIDDEN, NO_NOTICE);
        assertThat(inCell(map, cells, -8)).isEqualTo(scale(map).of(-8));
        assertThat(scale(map).of(-8).getBlue()).isGreaterThan(scale(map).of(-8).getRed());
    }

    @Test
    void aHiddenAreaIsHatchedAndHasNoColourOfTheScale() {
        HeatMap seen = Fixtures.map(Fixtures.cells(0), OFF, NO_NOTICE);
        HeatMap hidden = Fixtures.map(List.of(), HIDDEN, NO_NOTICE);
        Rectangle2D part = awayFromNames(hidden);
        assertThat(pixels(hidden).count(HeatMapPicture.HATCH, part)).isGreaterThan(500);
        assertThat(pixels(hidden).count(scale(hidden).of(0), part)).isZero();
        assertThat(pixels(seen).count(HeatMapPicture.HATCH, part)).isZero();
        assertThat(pixels(seen).count(scale(seen).of(0), part)).isGreaterThan(10_000);
    }

    @Test
    void mostPassesHaveOneScaleAndNoSampleExceedsIt() {
        assertThat(scale(Fixtures.map(Fixtures.cells(0.1), OFF, NO_NOTICE)).high())
                .isEqualTo(6);
        assertThat(scale(Fixtures.map(Fixtures.cells(6.3), OFF, NO_NOTICE)).high())
                .isEqualTo(12);
        assertThat(scale(Fixtures.map(Fixtures.cells(-13), OFF, NO_NOTICE)).low())
                .isEqualTo(-24);
    }

    @Test
    void aFacilityThatWasNotObservedIsNotDrawnInTheColourOfOff() {
        HeatMap off = Fixtures.map(Fixtures.cells(0), OFF, NO_NOTICE);
        HeatMap hidden = Fixtures.map(Fixtures.cells(0), HIDDEN, NO_NOTICE);
        Color colour = PassState.OFF.colour();
        assertThat(pixels(off).count(colour, frame(off))).isGreaterThan(200);
        assertThat(pixels(hidden).count(colour, frame(hidden))).isZero();
        assertThat(pixels(hidden).count(PassState.NOT_OBSERVED.colour(), frame(hidden)))
                .isGreaterThan(100);
    }

    @Test
    void aFacilityInAnUnreliablePassHasNoStateColour() {
        FeatureHistory history = Fixtures.history(List.of(Fixtures.last(2)), Fixtures.scored(0), Fixtures.scored(0.2));
        HeatMap suspect = Fixtures.map(Fixtures.cells(0), history, NO_NOTICE);
        assertThat(pixels(suspect).count(PassState.OFF.colour(), frame(suspect)))
                .isZero();
    }

    @Test
    void aWarningIsDrawnAsBannerAndWatermark() {
        HeatMap plain = Fixtures.map(Fixtures.cells(0), OFF, NO_NOTICE);
        HeatMap noted = Fixtures.map(Fixtures.cells(0), OFF, Optional.of("Simulated data"));
        Rectangle2D band = new Rectangle2D.Double(0, 0, pixels(noted).width(), WarningBanner.HEIGHT);
        assertThat(pixels(noted).differences(pixels(plain), band)).isGreaterThan(10_000);
        assertThat(pixels(noted).count(scale(noted).of(0), lowerHalf(noted)))
                .isLessThan(pixels(plain).count(scale(plain).of(0), lowerHalf(plain)) - 1000);
    }

    @Test
    void aPassWithoutBackgroundModelIsDrawnAsNotVisible() {
        HeatMap map = HeatMap.of(
                Fixtures.site(), Optional.empty(), Fixtures.pass(Fixtures.FIRST), List.of(), Fixtures.FIRST, NO_NOTICE);
        assertThat(pixels(map).count(HeatMapPicture.UNSEEN, frame(map))).isGreaterThan(100_000);
    }

    @Test
    void zIsExcessDividedByBackgroundScatter() {
        HeatMap map = Fixtures.map(Fixtures.cells(4), OFF, NO_NOTICE);
        assertThat(HeatMapPicture.of(map, HeatMapPicture.Quantity.Z, 2).scale().high())
                .isGreaterThanOrEqualTo(4 / Fixtures.SCATTER)
                .isEqualTo(12);
    }

    @Test
    void theLegendNamesTheQuantity() {
        HeatMap map = Fixtures.map(Fixtures.cells(4), OFF, NO_NOTICE);
        Pixels deviations = Pixels.of(HeatMapPicture.png(map, HeatMapPicture.Quantity.Z, 1800));
        Rectangle2D frame = frame(map);
        Rectangle2D title = new Rectangle2D.Double(frame.getMaxX() + 10, frame.getY(), 220, 14);
        assertThat(pixels(map).differences(deviations, title)).isGreaterThan(500);
    }

    @Test
    void thePictureHasTheRequestedWidth() throws IOException {
        HeatMap map = Fixtures.map(Fixtures.cells(4), OFF, NO_NOTICE);
        for (int width : new int[] {300, 901, 3000}) {
            byte[] png = HeatMapPicture.png(map, HeatMapPicture.Quantity.EXCESS, width);
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(width);
        }
        assertThatThrownBy(() -> HeatMapPicture.png(map, HeatMapPicture.Quantity.EXCESS, 299))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Pixels pixels(HeatMap map) {
        return Pixels.of(HeatMapPicture.png(map, HeatMapPicture.Quantity.EXCESS, 1800));
    }

    private static Rectangle2D frame(HeatMap map) {
        return HeatMapPicture.of(map, HeatMapPicture.Quantity.EXCESS, 2).panel().frame();
    }

    private static Rectangle2D awayFromNames(HeatMap map) {
        Rectangle2D frame = frame(map);
        return new Rectangle2D.Double(frame.getX() + 10, frame.getY() + 10, 90, 90);
    }

    private static Rectangle2D lowerHalf(HeatMap map) {
        Rectangle2D frame = frame(map);
        return new Rectangle2D.Double(frame.getX(), frame.getCenterY(), frame.getWidth(), frame.getHeight() / 2);
    }

    private static ColourScale scale(HeatMap map) {
        return HeatMapPicture.of(map, HeatMapPicture.Quantity.EXCESS, 2).scale();
    }

    /** Colour in a corner of the cell with this excess: its centre may be under an outline or a name. */
    private static Color inCell(HeatMap map, List<MapCell> cells, double kelvin) {
        MapCell cell =
                cells.stream().filter(c -> c.kelvin() == kelvin).findFirst().orElseThrow();
        Coordinate middle = cell.outline().getCentroid().getCoordinate();
        Coordinate corner = cell.outline().getCoordinates()[0];
        MapPanel panel =
                HeatMapPicture.of(map, HeatMapPicture.Quantity.EXCESS, 2).panel();
        return pixels(map).at(panel.x(0.25 * middle.x + 0.75 * corner.x), panel.y(0.25 * middle.y + 0.75 * corner.y));
    }
}
