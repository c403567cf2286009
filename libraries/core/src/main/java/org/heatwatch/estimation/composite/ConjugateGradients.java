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
     * Solves for a right-hand side.
     *
     * @param rightSide overwritten
     * @param tolerance of the residual relative to the right-hand side, both in the norm of the preconditioner
     */
    MapVector solve(MapVector rightSide, MapVector start, double tolerance) {
        MapVector solution = start.copy();
        MapVector residual = rightSide;
        double size = Math.sqrt(Math.abs(residual.dot(precondition.apply(residual))));
        residual.add(-1, multiply.apply(solution));
        MapVector direction = precondition.apply(residual);
        double rho = residual.dot(direction);
        for (int i = 0; i < mostIterations && Math.sqrt(Math.abs(rho)) > tolerance * size; i++) {
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
