package org.heatwatch.simulator;

import java.util.List;

/** The names and types of the files of a product, as its metadata list them. */
final class MtlFiles {
    private static final List<String> ANGLES = List.of(
            "SENSOR_AZIMUTH_BAND_4 VAA",
            "SENSOR_ZENITH_BAND_4 VZA",
            "SOLAR_AZIMUTH_BAND_4 SAA",
            "SOLAR_ZENITH_BAND_4 SZA");
    private static final List<String> SURFACE_TEMPERATURE = List.of(
            "BAND_ST_B10 ST_B10 UINT16",
            "THERMAL_RADIANCE ST_TRAD INT16",
            "UPWELL_RADIANCE ST_URAD INT16",
            "DOWNWELL_RADIANCE ST_DRAD INT16",
            "ATMOSPHERIC_TRANSMITTANCE ST_ATRAN INT16",
            "EMISSIVITY ST_EMIS INT16",
            "EMISSIVITY_STDEV ST_EMSD INT16",
            "CLOUD_DISTANCE ST_CDIST INT16",
            "QUALITY_L2_AEROSOL SR_QA_AEROSOL UINT8",
            "QUALITY_L2_SURFACE_TEMPERATURE ST_QA INT16",
            "QUALITY_L1_PIXEL QA_PIXEL UINT16",
            "QUALITY_L1_RADIOMETRIC_SATURATION QA_RADSAT UINT16");

    private MtlFiles() {}

    static void level1(Mtl.Group group, String id) {
        for (int band = 1; band <= 11; band++) {
            group.put("FILE_NAME_BAND_" + band, id + "_B" + band + ".TIF");
        }
        group.put("FILE_NAME_QUALITY_L1_PIXEL", id + "_QA_PIXEL.TIF")
                .put("FILE_NAME_QUALITY_L1_RADIOMETRIC_SATURATION", id + "_QA_RADSAT.TIF")
                .put("FILE_NAME_ANGLE_COEFFICIENT", id + "_ANG.txt");
        for (String angle : ANGLES) {
            int space = angle.indexOf(' ');
            group.put("FILE_NAME_ANGLE_" + angle.substring(0, space), id + "_" + angle.substring(space + 1) + ".TIF");
        }
        metadata(group, id);
    }

    static void level1Types(Mtl.Group group) {
        for (int band = 1; band <= 11; band++) {
            group.put("DATA_TYPE_BAND_" + band, "UINT16");
        }
        group.put("DATA_TYPE_QUALITY_L1_PIXEL", "UINT16").put("DATA_TYPE_QUALITY_L1_RADIOMETRIC_SATURATION", "UINT16");
        for (String angle : ANGLES) {
            group.put("DATA_TYPE_ANGLE_" + angle.substring(0, angle.indexOf(' ')), "INT16");
        }
    }

    static void level2(Mtl.Group group, String id) {
        for (int band = 1; band <= 7; band++) {
            group.put("FILE_NAME_BAND_" + band, id + "_SR_B" + band + ".TIF");
        }
        List<String[]> files =
                SURFACE_TEMPERATURE.stream().map(line -> line.split(" ", -1)).toList();
        files.forEach(file -> group.put("FILE_NAME_" + file[0], id + "_" + file[1] + ".TIF"));
        group.put("FILE_NAME_ANGLE_COEFFICIENT", id + "_ANG.txt");
        metadata(group, id);
        for (int band = 1; band <= 7; band++) {
            group.put("DATA_TYPE_BAND_" + band, "UINT16");
        }
        files.forEach(file -> group.put("DATA_TYPE_" + file[0], file[2]));
    }

    private static void metadata(Mtl.Group group, String id) {
        group.put("FILE_NAME_METADATA_ODL", id + "_MTL.txt").put("FILE_NAME_METADATA_XML", id + "_MTL.xml");
    }
}
