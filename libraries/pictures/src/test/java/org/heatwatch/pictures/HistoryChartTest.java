package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heatwatch.history.FeatureHistory;
import org.heatwatch.publication.PublishedObservation;
import org.heatwatch.publication.PublishedState;
import org.heatwatch.publication.StateChange;
import org.heatwatch.state.FacilityState;
import org.heatwatch.state.JudgedObservation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class HistoryChartTest {
    private static final Rectangle2D ROW = new Rectangle2D.Double(58, 54, 648, 84);
    private static final JudgedObservation.Outcome IDLE = Fixtures.scored(0.3);
    private static final JudgedObservation.Outcome HOT = Fixtures.scored(6);

    @Test
    void aPeriodWithoutObservationsShowsOnlyTicks() {
        JudgedObservation.Outcome[] outcomes = IntStream.range(0, 30)
                .mapToObj(i -> i < 5 || i >= 25 ? IDLE : Fixtures.hidden())
                .toArray(JudgedObservation.Outcome[]::new);
        Pixels chart = chart(Fixtures.history(outcomes));
        Rectangle2D gap = new Rectangle2D.Double(200, ROW.getY(), 340, ROW.getHeight());
        assertThat(chart.count(ExcessPlot.USUAL, gap)).isZero();
        assertThat(chart.count(ExcessPlot.PASS, gap)).isGreaterThan(100);
        assertThat(chart.count(ExcessPlot.USUAL, ROW)).isGreaterThan(500);
    }

    @Test
    void hotObservationsHaveTheirOwnColour() {
        assertThat(chart(Fixtures.history(IDLE, IDLE)).count(ExcessPlot.HOT, ROW))
                .isZero();
        assertThat(chart(Fixtures.history(IDLE, HOT)).count(ExcessPlot.HOT, ROW))
                .isGreaterThan(50);
    }

    @Test
    void provisionalObservationsAreOpenDiscs() {
        FeatureHistory history = Fixtures.history(HOT, HOT);
        List<JudgedObservation> open = history.observations().stream()
                .map(observation -> new JudgedObservation(
                        observation.acquisition(),
                        observation.acquiredAt(),
                        observation.pass(),
                        observation.outcome(),
                        observation.setAside(),
                        observation.mayTurnOn(),
                        /* isProvisional= */ true,
                        observation.flags()))
                .toList();
        Pixels provisional = chart(Fixtures.history(open));
        assertThat(provisional.count(ExcessPlot.HOT, ROW))
                .isLessThan(chart(history).count(ExcessPlot.HOT, ROW));
    }

    @Test
    void anObservationInAnUnreliableSceneIsShownAsNotCounted() {
        FeatureHistory history = Fixtures.history(List.of(Fixtures.last(2)), IDLE, HOT);
        assertThat(chart(history).count(ExcessPlot.HOT, ROW)).isZero();
        assertThat(chart(history).count(ExcessPlot.NOT_COUNTED, ROW)).isGreaterThan(30);
    }

    @Test
    void statesColourTheBackground() {
        Color on = StateColours.shade(FacilityState.ON).orElseThrow();
        assertThat(chart(Fixtures.history(IDLE, HOT, HOT, HOT, HOT)).count(on, ROW))
                .isGreaterThan(10_000);
        assertThat(chart(Fixtures.history(IDLE, IDLE, IDLE, IDLE, IDLE)).count(on, ROW))
                .isZero();
    }

    @Test
    void everyFacilityHasARowAndTheLegendIsDrawnOnce() {
        FeatureHistory history = Fixtures.history(IDLE, HOT);
        assertThat(chart(history).width()).isEqualTo(720);
        assertThat(chart(history).height()).isBetween(200.0, 240.0);
        Pixels three = chart(Collections.nCopies(3, history), Optional.empty());
        assertThat(three.height() - chart(history).height()).isEqualTo(224);
    }

    @Test
    void aWarningIsDrawnAsBanner() {
        FeatureHistory history = Fixtures.history(IDLE, HOT);
        Pixels noted = chart(List.of(history), Optional.of("Simulated data"));
        Rectangle2D band = new Rectangle2D.Double(0, 0, 720, WarningBanner.HEIGHT);
        assertThat(noted.differences(chart(history), band)).isGreaterThan(10_000);
    }

    @Test
    void aChartWithoutFacilitiesIsRefused() {
        LocalDate day = Fixtures.FIRST;
        assertThatThrownBy(() -> HistoryChart.png(List.of(), day, day.plusDays(1), "", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        HistoryChart.png(charted(List.of(Fixtures.history(IDLE))), day, day, "", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anSvgChartKeepsTextAndIsWellFormed() throws Exception {
        FeatureHistory history = Fixtures.history(IDLE, HOT);
        String svg = HistoryChart.svg(
                charted(List.of(history)),
                Fixtures.FIRST,
                Fixtures.last(2),
                "A <b> & \uac1c\uc131",
                Optional.of("Simulated data"));
        Document document = parsed(svg);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("A <b> & \uac1c\uc131");
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Simulated data");
        NodeList texts = document.getElementsByTagName("text");
        assertThat(IntStream.range(0, texts.getLength())
                        .mapToObj(i -> texts.item(i).getTextContent()))
                .contains("A <b> & \uac1c\uc131", "Name of facility", "provisional", "Simulated data");
    }

    @Test
    void anSvgChartIsWellFormedWithCharactersThatXmlForbids() throws Exception {
        String svg = HistoryChart.svg(
                charted(List.of(Fixtures.history(IDLE, HOT))),
                Fixtures.FIRST,
                Fixtures.last(2),
                "a\u0001\ufffe\ud800b \ud83c\udfed",
                Optional.empty());
        assertThat(parsed(svg).getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("ab \ud83c\udfed");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    static List<ChartedFacility> charted(List<FeatureHistory> histories) {
        return histories.stream()
                .map(history -> new ChartedFacility(
                        history.feature(),
                        PublishedState.of(history, PublishedObservation.of(history)),
                        PublishedObservation.of(history),
                        StateChange.of(history)))
                .toList();
    }

    private static Pixels chart(FeatureHistory history) {
        return chart(List.of(history), Optional.empty());
    }

    private static Pixels chart(List<FeatureHistory> histories, Optional<String> warning) {
        LocalDate last =
                histories.getFirst().observations().getLast().acquisition().date();
        return Pixels.of(HistoryChart.png(charted(histories), Fixtures.FIRST, last, "Title", warning));
    }
}
