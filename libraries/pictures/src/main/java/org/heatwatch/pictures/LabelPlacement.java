package org.heatwatch.pictures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Places labels next to the features that they name: inside a frame, without overlapping other labels, and covering as
 * few obstacles as possible. Earlier labels have priority.
 */
final class LabelPlacement {
    private static final int DIRECTIONS = 16;
    private static final double[] GAPS = {3, 9, 17, 27, 40, 56, 76, 100, 130, 170, 220, 290};
    private static final double SPACE = 3;

    /** Covering an obstacle entirely costs as much as this additional distance in points. */
    private static final double COVERING = 120;

    private final Rectangle2D frame;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    /**
     * An area that labels should not cover.
     *
     * @param weight 1 for a labelled feature, less for less important ones
     */
    private record Obstacle(Rectangle2D bounds, double weight) {
        double covered(Rectangle2D label) {
            Rectangle2D both = bounds.createIntersection(label);
            return both.isEmpty() ? 0 : weight * both.getWidth() * both.getHeight() / smaller(label);
        }

        private double smaller(Rectangle2D label) {
            return Math.min(bounds.getWidth() * bounds.getHeight(), label.getWidth() * label.getHeight());
        }
    }

    private record Candidate(Rectangle2D place, double cost) {}

    LabelPlacement(Rectangle2D frame) {
        this.frame = frame;
    }

    void avoid(Rectangle2D bounds, double weight) {
        obstacles.add(new Obstacle(bounds, weight));
    }

    /** Reserves an area in which no label is placed. */
    void keepFree(Rectangle2D bounds) {
        taken.add(bounds);
    }

    /** Finds and reserves a free place for a label of this size next to a feature; empty if there is none. */
    Optional<Rectangle2D> place(Rectangle2D feature, double width, double height) {
        List<Candidate> candidates = new ArrayList<>();
        for (double gap : GAPS) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                Rectangle2D at = at(feature, width, height, gap, direction);
                if (isFree(at)) {
                    candidates.add(new Candidate(at, cost(at, gap, direction)));
                }
            }
        }
        Optional<Rectangle2D> best = candidates.stream()
                .min(Comparator.comparingDouble(Candidate::cost))
                .map(Candidate::place);
        best.ifPresent(taken::add);
        return best;
    }

    private static Rectangle2D at(Rectangle2D feature, double width, double height, double gap, int direction) {
        double angle = 2 * Math.PI * direction / DIRECTIONS;
        double x = feature.getCenterX() + onSquare(Math.cos(angle)) * (feature.getWidth() / 2 + gap + width / 2);
        double y = feature.getCenterY() + onSquare(Math.sin(angle)) * (feature.getHeight() / 2 + gap + height / 2);
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    /**
     * Maps a circle onto a square, so that labels surround a rectangle: one of the two coordinates is always 1 or -1.
     */
    private static double onSquare(double ofCircle) {
        return Math.clamp(Math.sqrt(2) * ofCircle, -1, 1);
    }

    private boolean isFree(Rectangle2D place) {
        Rectangle2D spaced = new Rectangle2D.Double(
                place.getX() - SPACE,
                place.getY() - SPACE,
                place.getWidth() + 2 * SPACE,
                place.getHeight() + 2 * SPACE);
        return frame.contains(spaced) && taken.stream().noneMatch(spaced::intersects);
    }

    /** Prefers the right side, then the left, then above and below. */
    private double cost(Rectangle2D place, double gap, int direction) {
        double aside = Math.abs(Math.sin(2 * Math.PI * direction / DIRECTIONS));
        double covered = obstacles.stream().mapToDouble(o -> o.covered(place)).sum();
        return gap + 3 * aside + (direction == 0 ? 0 : 1) + COVERING * covered;
    }
}
