package org.heatwatch.simulator;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Mutually consistent surface-temperature files of a level-2 product: ST_B10 is the inverse Planck function of
 * {@code ((TRAD - URAD) / ATRAN - (1 - EMIS) DRAD) / EMIS}, computed from the stored, rounded values (Landsat 8-9
 * Collection 2 level-2 science product guide).
 */
record SurfaceTemperature(Planck planck, Atmosphere atmosphere) {
    private static final double ST_GAIN = 0.00341802;
    private static final double ST_OFFSET = 149.0;
    private static final double RADIANCE_UNIT = 1e-3;
    private static final double SHARE_UNIT = 1e-4;
    private static final int FILL = -9999;

    /** Pixel values of ST_B10 and the signed bands, by suffix of the file; NaN radiances become fill. */
    Map<String, int[]> bands(double[] radiance, int[] quality, double[] cloudKilometres) {
        int n = radiance.length;
        int up = stored(atmosphere.upwelling(), RADIANCE_UNIT);
        int down = stored(atmosphere.downwelling(), RADIANCE_UNIT);
        int transmittance = stored(atmosphere.transmittance(), SHARE_UNIT);
        int emissivity = stored(atmosphere.emissivity(), SHARE_UNIT);
        Atmosphere rounded = new Atmosphere(
                transmittance * SHARE_UNIT, emissivity * SHARE_UNIT, up * RADIANCE_UNIT, down * RADIANCE_UNIT);

        Map<String, int[]> bands = new LinkedHashMap<>();
        int[] temperature = new int[n];
        int[] seen = new int[n];
        int[] distance = new int[n];
        for (int i = 0; i < n; i++) {
            boolean fill = (quality[i] & QaValues.FILL) != 0 || Double.isNaN(radiance[i]);
            seen[i] = fill ? FILL : stored(radiance[i], RADIANCE_UNIT);
            temperature[i] = fill ? 0 : temperature(rounded.blackBody(seen[i] * RADIANCE_UNIT));
            distance[i] = fill ? FILL : (int) Math.min(32767, Math.round(cloudKilometres[i] * 100));
        }
        bands.put("ST_B10", temperature);
        bands.put("ST_TRAD", seen);
        bands.put("ST_URAD", constant(seen, up));
        bands.put("ST_DRAD", constant(seen, down));
        bands.put("ST_ATRAN", constant(seen, transmittance));
        bands.put("ST_EMIS", constant(seen, emissivity));
        bands.put("ST_EMSD", constant(seen, 83));
        bands.put("ST_QA", constant(seen, 310));
        bands.put("ST_CDIST", distance);
        return bands;
    }

    /** Digital number of ST_B10, clipped to the range of the product; 150.0 K for radiances without a temperature. */
    private int temperature(double blackBody) {
        double kelvin = blackBody > 0 ? planck.temperature(blackBody) : 150;
        return Math.clamp(Math.round((Math.max(kelvin, 150) - ST_OFFSET) / ST_GAIN), 1, 65535);
    }

    private static int stored(double value, double unit) {
        return Math.clamp(Math.round(value / unit), -32768, 32767);
    }

    private static int[] constant(int[] seen, int value) {
        return Arrays.stream(seen).map(s -> s == FILL ? FILL : value).toArray();
    }
}
