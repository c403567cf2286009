package org.heatwatch.estimation.composite;

import java.util.function.UnaryOperator;

/**
 * Preconditioned conjugate gradients.
 *
 * @param multiply product of the symmetric positive definite matrix with a vector
 * @param precondition approximate solution for a vector
 * @param mostIterations after which the solution is taken as it is
 */
record ConjugateGradients(
        UnaryOperator<MapVector> multiply, UnaryOperator<MapVector> precondition, int mostIterations) {

    /**
     * Solves for a right-hand side, starting from zero.
     *
     * @param rightSide overwritten
     * @param tolerance of the residual relative to the right-hand side, both in the norm of the preconditioner
     */
    MapVector solve(MapVector rightSide, double tolerance) {
        MapVector direction = precondition.apply(rightSide);
        return improve(rightSide.zeros(), rightSide, direction, tolerance * norm(rightSide, direction));
    }

    /** Solves for a right-hand side, starting from an approximate solution. */
    MapVector solve(MapVector rightSide, MapVector start, double tolerance) {
        double size = norm(rightSide, precondition.apply(rightSide));
        rightSide.add(-1, multiply.apply(start));
        return improve(start.copy(), rightSide, precondition.apply(rightSide), tolerance * size);
    }

    private static double norm(MapVector vector, MapVector preconditioned) {
        return Math.sqrt(Math.abs(vector.dot(preconditioned)));
    }

    /** Improves a solution until its residual is small enough; the vectors are overwritten. */
    private MapVector improve(MapVector solution, MapVector residual, MapVector direction, double largest) {
        double rho = residual.dot(direction);
        for (int i = 0; i < mostIterations && Math.sqrt(Math.abs(rho)) > largest; i++) {
            MapVector image = multiply.apply(direction);
            double step = rho / direction.dot(image);
            solution.add(step, direction);
            residual.add(-step, image);
            MapVector improved = precondition.apply(residual);
            double next = residual.dot(improved);
            direction.scaleAndAdd(next / rho, improved);
            rho = next;
        }
        return solution;
    }
}
