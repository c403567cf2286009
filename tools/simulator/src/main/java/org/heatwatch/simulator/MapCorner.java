package org.heatwatch.simulator;

/**
 * Latitude and longitude in degrees of a UTM position on WGS 84, by Krueger's series in the third flattening to third
 * order (error below a millimetre within a zone).
 */
record MapCorner(double latitude, double longitude) {
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double RADIUS = 6378137 / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);
    private static final double[] BETA = {
        N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96, N * N / 48 + N * N * N / 15, 17 * N * N * N / 480
    };
    private static final double[] DELTA = {
        2 * N - 2 * N * N / 3 - 2 * N * N * N, 7 * N * N / 3 - 8 * N * N * N / 5, 56 * N * N * N / 15
    };

    static MapCorner of(SceneGrid scene, double east, double north) {
        double xi = (north - (scene.south() && north > 0 ? 1e7 : 0)) / (0.9996 * RADIUS);
        double eta = (east - 500_000) / (0.9996 * RADIUS);
        double x = xi;
        double y = eta;
        for (int j = 1; j <= 3; j++) {
            x -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            y -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double chi = Math.asin(Math.sin(x) / Math.cosh(y));
        double latitude = chi;
        for (int j = 1; j <= 3; j++) {
            latitude += DELTA[j - 1] * Math.sin(2 * j * chi);
        }
        double longitude = Math.toRadians(scene.utmZone() * 6 - 183) + Math.atan2(Math.sinh(y), Math.cos(x));
        return new MapCorner(Math.toDegrees(latitude), Math.toDegrees(longitude));
    }
}
