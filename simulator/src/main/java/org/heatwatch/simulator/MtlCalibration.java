package org.heatwatch.simulator;

import java.util.Locale;

/** The groups of a metadata file that turn digital numbers into physical values. */
final class MtlCalibration {
    private static final double[] REFLECTIVE_GAINS = {
        1.2335e-2, 1.2631e-2, 1.1640e-2, 9.8152e-3, 6.0064e-3, 1.4937e-3, 5.0347e-4, 1.1108e-2, 2.3475e-3
    };

    private MtlCalibration() {}

    static void level1(Mtl mtl, Satellite satellite) {
        boolean eight = satellite == Satellite.LANDSAT_8;
        Mtl.Group radiances = mtl.group("LEVEL1_MIN_MAX_RADIANCE");
        Mtl.Group reflectances = mtl.group("LEVEL1_MIN_MAX_REFLECTANCE");
        Mtl.Group pixels = mtl.group("LEVEL1_MIN_MAX_PIXEL_VALUE");
        Mtl.Group rescaling = mtl.group("LEVEL1_RADIOMETRIC_RESCALING");
        for (int band = 1; band <= 11; band++) {
            double gain = gain(satellite, band);
            double offset = offset(band, gain);
            radiances
                    .put("RADIANCE_MAXIMUM_BAND_" + band, 5, 65535 * gain + offset)
                    .put("RADIANCE_MINIMUM_BAND_" + band, 5, gain + offset);
            pixels.put("QUANTIZE_CAL_MAX_BAND_" + band, 65535).put("QUANTIZE_CAL_MIN_BAND_" + band, 1);
            rescaling.put("RADIANCE_MULT_BAND_" + band, String.format(Locale.ROOT, "%.4E", gain));
        }
        for (int band = 1; band <= 11; band++) {
            rescaling.put("RADIANCE_ADD_BAND_" + band, 5, offset(band, gain(satellite, band)));
        }
        for (int band = 1; band <= 9; band++) {
            reflectances
                    .put("REFLECTANCE_MAXIMUM_BAND_" + band, "1.210700")
                    .put("REFLECTANCE_MINIMUM_BAND_" + band, "-0.099980");
            rescaling.put("REFLECTANCE_MULT_BAND_" + band, "2.0000E-05");
        }
        for (int band = 1; band <= 9; band++) {
            rescaling.put("REFLECTANCE_ADD_BAND_" + band, "-0.100000");
        }
        mtl.group("LEVEL1_THERMAL_CONSTANTS")
                .put("K1_CONSTANT_BAND_10", 4, satellite.planck().k1())
                .put("K2_CONSTANT_BAND_10", 4, satellite.planck().k2())
                .put("K1_CONSTANT_BAND_11", eight ? "480.8883" : "475.6581")
                .put("K2_CONSTANT_BAND_11", eight ? "1201.1442" : "1198.3494");
    }

    static void surfaceReflectance(Mtl.Group group) {
        for (int band = 1; band <= 7; band++) {
            group.put("REFLECTANCE_MAXIMUM_BAND_" + band, "1.602213")
                    .put("REFLECTANCE_MINIMUM_BAND_" + band, "-0.199972");
        }
        for (int band = 1; band <= 7; band++) {
            group.put("QUANTIZE_CAL_MAX_BAND_" + band, 65535).put("QUANTIZE_CAL_MIN_BAND_" + band, 1);
        }
        for (int band = 1; band <= 7; band++) {
            group.put("REFLECTANCE_MULT_BAND_" + band, "2.75e-05");
        }
        for (int band = 1; band <= 7; band++) {
            group.put("REFLECTANCE_ADD_BAND_" + band, "-0.2");
        }
    }

    static void surfaceTemperature(Mtl.Group group) {
        group.put("TEMPERATURE_MAXIMUM_BAND_ST_B10", "372.999941")
                .put("TEMPERATURE_MINIMUM_BAND_ST_B10", "149.003418")
                .put("QUANTIZE_CAL_MAXIMUM_BAND_ST_B10", 65535)
                .put("QUANTIZE_CAL_MINIMUM_BAND_ST_B10", 1)
                .put("TEMPERATURE_MULT_BAND_ST_B10", "0.00341802")
                .put("TEMPERATURE_ADD_BAND_ST_B10", "149.0");
    }

    private static double gain(Satellite satellite, int band) {
        if (band <= 9) {
            return REFLECTIVE_GAINS[band - 1];
        }
        double band10 = satellite.radiance(1) - satellite.radiance(0);
        return band == 11 && satellite == Satellite.LANDSAT_9 ? 3.49e-4 : band10;
    }

    private static double offset(int band, double gain) {
        return band <= 9 ? -5000 * gain : Satellite.LANDSAT_8.radiance(0);
    }
}
