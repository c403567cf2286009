package org.heatwatch.pictures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Places for labels: beside what they name, inside a frame, never over each other and over as little else as can be. First
 * come, first served.
 */
final class LabelPlacement {
    private static final int DIRECTIONS = 16;
    private static final double[] GAPS = {3, 9, 17, 27, 40, 56, 76, 100, 130, 170, 220, 290};
    private static final double SPACE = 3;

    /** To cover all of an obstacle is as bad as to stand so many points farther off. */
    private static final double COVERING = 120;

    private final Rectangle2D frame;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    /**
     * What labels had better not cover.
     *
     * @param weight 1 for what a label names, less for what matters less
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

    /** No label comes here. */
    void keepFree(Rectangle2D bounds) {
        taken.add(bounds);
    }

    /** A free place beside a thing for a label of this size, which is then taken; empty if there is none. */
    Optional<Rectangle2D> place(Rectangle2D beside, double width, double height) {
        List<Candidate> candidates = new ArrayList<>();
        for (double gap : GAPS) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                Rectangle2D at = at(beside, width, height, gap, direction);
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

    private static Rectangle2D at(Rectangle2D beside, double width, double height, double gap, int direction) {
        double angle = 2 * Math.PI * direction / DIRECTIONS;
        double x = beside.getCenterX() + onSquare(Math.cos(angle)) * (beside.getWidth() / 2 + gap + width / 2);
        double y = beside.getCenterY() + onSquare(Math.sin(angle)) * (beside.getHeight() / 2 + gap + height / 2);
        return new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
    }

    /** Round a rectangle and not round an ellipse: one of the two coordinates is always as far out as can be. */
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

    /** To the right is best, then to the left, then above and below. */
    private double cost(Rectangle2D place, double gap, int direction) {
        double aside = Math.abs(Math.sin(2 * Math.PI * direction / DIRECTIONS));
        double covered = obstacles.stream().mapToDouble(o -> o.covered(place)).sum();
        return gap + 3 * aside + (direction == 0 ? 0 : 1) + COVERING * covered;
    }
}
