package org.heatwatch.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LabelPlacementTest {
    private static final Rectangle2D FRAME = new Rectangle2D.Double(0, 0, 600, 600);

    @Test
    void labelsOfCrowdedFeaturesDoNotOverlap() {
        Random random = new Random(7);
        LabelPlacement places = new LabelPlacement(FRAME);
        List<Rectangle2D> labels = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Rectangle2D thing = square(220 + random.nextInt(160), 220 + random.nextInt(160), 20);
            places.avoid(thing, 1);
            places.place(thing, 60 + random.nextInt(60), 25).ifPresent(labels::add);
        }
        assertThat(labels).hasSize(25).allMatch(FRAME::contains);
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(labels.get(i).intersects(labels.get(j))).isFalse();
            }
        }
    }

    @Test
    void aLabelIsPlacedNextToItsFeatureAndNotOnIt() {
        Rectangle2D thing = square(300, 300, 40);
        Rectangle2D label = new LabelPlacement(FRAME).place(thing, 80, 25).orElseThrow();
        assertThat(label.intersects(thing)).isFalse();
        assertThat(label.getMinX() - thing.getMaxX()).isBetween(0.0, 5.0);
    }

    @Test
    void aLabelAvoidsOtherFeatures() {
        LabelPlacement places = new LabelPlacement(FRAME);
        Rectangle2D neighbour = square(360, 300, 40);
        places.avoid(neighbour, 1);
        Rectangle2D label = places.place(square(300, 300, 40), 80, 25).orElseThrow();
        assertThat(label.intersects(neighbour)).isFalse();
    }

    @Test
    void aLabelAtTheEdgeStaysInTheFrame() {
        assertThat(new LabelPlacement(FRAME).place(square(590, 10, 20), 120, 25))
                .hasValueSatisfying(label -> assertThat(FRAME.contains(label)).isTrue());
    }

    @Test
    void noLabelIsPlacedInAReservedArea() {
        LabelPlacement places = new LabelPlacement(FRAME);
        places.keepFree(new Rectangle2D.Double(0, 0, 600, 600));
        assertThat(places.place(square(300, 300, 40), 80, 25)).isEmpty();
    }

    private static Rectangle2D square(double x, double y, double side) {
        return new Rectangle2D.Double(x - side / 2, y - side / 2, side, side);
    }
}
