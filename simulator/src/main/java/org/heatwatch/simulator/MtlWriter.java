package org.heatwatch.simulator;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The metadata of a product, with the groups and names of real ones (Collection 2 level-1 and level-2 files of 2019 to
 * 2022). Values of bands other than 10 and 11 are typical ones.
 */
record MtlWriter(ProductName name, SceneGrid scene, SceneFacts facts) {
    private static final String ORIGIN = "Image courtesy of the U.S. Geological Survey";
    private static final String LEVEL_1_DOI = "https://doi.org/10.5066/P975CC9B";
    private static final String LEVEL_2_DOI = "https://doi.org/10.5066/P9OGBGM6";
    private static final DateTimeFormatter CENTRE_TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSS'Z'", Locale.ROOT);
    private static final List<String> PRODUCT_CORNERS = List.of("UL", "UR", "LL", "LR");

    Mtl write() {
        Mtl mtl = new Mtl();
        boolean level2 = name.level() == ProductName.Level.L2SP;
        Mtl.Group contents = mtl.group("PRODUCT_CONTENTS")
                .put("ORIGIN", ORIGIN)
                .put("DIGITAL_OBJECT_IDENTIFIER", level2 ? LEVEL_2_DOI : LEVEL_1_DOI)
                .put("LANDSAT_PRODUCT_ID", name.id())
                .put("PROCESSING_LEVEL", name.level().toString())
                .put("COLLECTION_NUMBER", "02")
                .put("COLLECTION_CATEGORY", name.tier().toString())
                .put("OUTPUT_FORMAT", "GEOTIFF");
        if (level2) {
            MtlFiles.level2(contents, name.id());
        } else {
            MtlFiles.level1(contents, name.id());
            MtlFiles.level1Types(contents);
        }
        image(mtl.group("IMAGE_ATTRIBUTES"));
        projection(mtl.group("PROJECTION_ATTRIBUTES"), level2);
        if (level2) {
            level2Record(mtl.group("LEVEL2_PROCESSING_RECORD"));
            MtlCalibration.surfaceReflectance(mtl.group("LEVEL2_SURFACE_REFLECTANCE_PARAMETERS"));
            MtlCalibration.surfaceTemperature(mtl.group("LEVEL2_SURFACE_TEMPERATURE_PARAMETERS"));
        }
        level1Record(mtl.group("LEVEL1_PROCESSING_RECORD"), level2);
        MtlCalibration.level1(mtl, name.satellite());
        utm(mtl.group("LEVEL1_PROJECTION_PARAMETERS"))
                .put("GRID_CELL_SIZE_PANCHROMATIC", "15.00")
                .put("GRID_CELL_SIZE_REFLECTIVE", "30.00")
                .put("GRID_CELL_SIZE_THERMAL", "30.00")
                .put("ORIENTATION", "NORTH_UP")
                .put("RESAMPLING_OPTION", "CUBIC_CONVOLUTION");
        return mtl;
    }

    private void image(Mtl.Group group) {
        group.put("SPACECRAFT_ID", name.satellite().toString())
                .put("SENSOR_ID", "OLI_TIRS")
                .put("WRS_TYPE", 2)
                .put("WRS_PATH", name.path())
                .put("WRS_ROW", name.row())
                .put("NADIR_OFFNADIR", "NADIR")
                .put("TARGET_WRS_PATH", name.path())
                .put("TARGET_WRS_ROW", name.row())
                .put("DATE_ACQUIRED", name.acquired().toString())
                .put("SCENE_CENTER_TIME", facts.centreTime().format(CENTRE_TIME))
                .put("STATION_ID", "LGN")
                .put("CLOUD_COVER", 2, facts.cloudCover())
                .put("CLOUD_COVER_LAND", 2, facts.cloudCover())
                .put("IMAGE_QUALITY_OLI", 9)
                .put("IMAGE_QUALITY_TIRS", 9);
        for (int band = 1; band <= 9; band++) {
            group.put("SATURATION_BAND_" + band, "N");
        }
        group.put("ROLL_ANGLE", "-0.001")
                .put("SUN_AZIMUTH", 8, facts.sunAzimuth())
                .put("SUN_ELEVATION", 8, facts.sunElevation())
                .put("EARTH_SUN_DISTANCE", "1.0089022");
        if (name.satellite() == Satellite.LANDSAT_8) {
            group.put("TRUNCATION_OLI", "UPPER")
                    .put("TIRS_SSM_MODEL", name.tier() == ProductName.Tier.RT ? "PRELIMINARY" : "FINAL")
                    .put("TIRS_SSM_POSITION_STATUS", "ESTIMATED");
        }
    }

    private void projection(Mtl.Group group, boolean level2) {
        utm(group);
        if (!level2) {
            group.put("GRID_CELL_SIZE_PANCHROMATIC", "15.00");
        }
        group.put("GRID_CELL_SIZE_REFLECTIVE", "30.00").put("GRID_CELL_SIZE_THERMAL", "30.00");
        if (!level2) {
            group.put("PANCHROMATIC_LINES", 2L * scene.rows() - 1)
                    .put("PANCHROMATIC_SAMPLES", 2L * scene.columns() - 1);
        }
        group.put("REFLECTIVE_LINES", scene.rows())
                .put("REFLECTIVE_SAMPLES", scene.columns())
                .put("THERMAL_LINES", scene.rows())
                .put("THERMAL_SAMPLES", scene.columns())
                .put("ORIENTATION", "NORTH_UP");
        for (String corner : PRODUCT_CORNERS) {
            MapCorner place = MapCorner.of(scene, cornerEast(corner), cornerNorth(corner));
            group.put("CORNER_" + corner + "_LAT_PRODUCT", 5, place.latitude())
                    .put("CORNER_" + corner + "_LON_PRODUCT", 5, place.longitude());
        }
        for (String corner : PRODUCT_CORNERS) {
            group.put("CORNER_" + corner + "_PROJECTION_X_PRODUCT", 3, cornerEast(corner))
                    .put("CORNER_" + corner + "_PROJECTION_Y_PRODUCT", 3, cornerNorth(corner));
        }
    }

    private double cornerEast(String corner) {
        return scene.east(corner.charAt(1) == 'L' ? 0 : scene.columns() - 1);
    }

    private double cornerNorth(String corner) {
        return scene.north(corner.charAt(0) == 'U' ? 0 : scene.rows() - 1);
    }

    private Mtl.Group utm(Mtl.Group group) {
        return group.put("MAP_PROJECTION", "UTM")
                .put("DATUM", "WGS84")
                .put("ELLIPSOID", "WGS84")
                .put("UTM_ZONE", scene.utmZone());
    }

    private void level2Record(Mtl.Group group) {
        group.put("ORIGIN", ORIGIN)
                .put("DIGITAL_OBJECT_IDENTIFIER", LEVEL_2_DOI)
                .put("REQUEST_ID", "L2")
                .put("LANDSAT_PRODUCT_ID", name.id())
                .put("PROCESSING_LEVEL", name.level().toString())
                .put("OUTPUT_FORMAT", "GEOTIFF")
                .put("DATE_PRODUCT_GENERATED", name.processed() + "T10:59:51Z")
                .put("PROCESSING_SOFTWARE_VERSION", "LPGS_15.6.0")
                .put("ALGORITHM_SOURCE_SURFACE_REFLECTANCE", "LaSRC_1.5.0")
                .put("DATA_SOURCE_OZONE", "MODIS")
                .put("DATA_SOURCE_PRESSURE", "Calculated")
                .put("DATA_SOURCE_WATER_VAPOR", "MODIS")
                .put("DATA_SOURCE_AIR_TEMPERATURE", "MODIS")
                .put("ALGORITHM_SOURCE_SURFACE_TEMPERATURE", "st_1.3.0")
                .put("DATA_SOURCE_REANALYSIS", "GEOS-5 FP-IT");
    }

    private void level1Record(Mtl.Group group, boolean level2) {
        ProductName own = level2 ? name.level(ProductName.Level.L1TP) : name;
        group.put("ORIGIN", ORIGIN)
                .put("DIGITAL_OBJECT_IDENTIFIER", LEVEL_1_DOI)
                .put("REQUEST_ID", level2 ? "L2" : "P701eknjgb1ha_00003")
                .put("LANDSAT_SCENE_ID", name.sceneId())
                .put("LANDSAT_PRODUCT_ID", own.id())
                .put("PROCESSING_LEVEL", own.level().toString())
                .put("COLLECTION_CATEGORY", own.tier().toString())
                .put("OUTPUT_FORMAT", "GEOTIFF")
                .put("DATE_PRODUCT_GENERATED", own.processed() + "T10:00:17Z")
                .put("PROCESSING_SOFTWARE_VERSION", "LPGS_15.6.0");
        MtlFiles.level1(group, own.id());
        if (name.satellite() == Satellite.LANDSAT_8) {
            group.put("DATA_SOURCE_TIRS_STRAY_LIGHT_CORRECTION", "TIRS");
        }
        group.put("DATA_SOURCE_ELEVATION", "GLS2000");
        if (own.level() == ProductName.Level.L1TP) {
            group.put("GROUND_CONTROL_POINTS_VERSION", 5)
                    .put("GROUND_CONTROL_POINTS_MODEL", 147)
                    .put("GEOMETRIC_RMSE_MODEL", "7.646")
                    .put("GEOMETRIC_RMSE_MODEL_Y", "6.224")
                    .put("GEOMETRIC_RMSE_MODEL_X", "4.441");
        }
    }
}
