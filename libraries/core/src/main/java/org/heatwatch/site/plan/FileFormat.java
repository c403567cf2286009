package org.heatwatch.site.plan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heatwatch.errors.BadOutlines;

/** Recognises files that are not GeoJSON by their first bytes, and states how to convert them. */
final class FileFormat {
    private static final int LONGEST_SIGNATURE = 16;
    private static final String WITH_GDAL =
            "convert it with GDAL: ogr2ogr -f GeoJSONSeq -t_srs EPSG:4326 OUT.geojsonl ";
    private static final Map<String, String[]> SIGNATURES = new LinkedHashMap<>();

    static {
        put("\u001F\u008B", "is compressed", "decompress it first: gunzip -c FILE.csv.gz > FILE.geojsonl");
        put("PK\u0003\u0004", "is a ZIP archive", "unpack it first and give the GeoJSON file in it");
        put("SQLite format 3", "is a GeoPackage", WITH_GDAL + "IN.gpkg");
        put("PAR1", "is a Parquet file", WITH_GDAL + "IN.parquet");
        put("\u0000\u0000'\n", "is a shapefile", WITH_GDAL + "IN.shp");
        put("fgb", "is a FlatGeobuf file", WITH_GDAL + "IN.fgb");
        put("<", "is XML or HTML", "export it as GeoJSON; an OpenStreetMap file (.osm) with osmtogeojson");
    }

    private FileFormat() {}

    private static void put(String signature, String problem, String advice) {
        SIGNATURES.put(signature, new String[] {problem, advice});
    }

    /** Leaves the stream at its beginning. */
    static void requireGeoJson(BufferedInputStream in, String name) throws IOException {
        in.mark(LONGEST_SIGNATURE);
        String start = new String(in.readNBytes(LONGEST_SIGNATURE), StandardCharsets.ISO_8859_1);
        in.reset();
        for (Map.Entry<String, String[]> signature : SIGNATURES.entrySet()) {
            if (start.startsWith(signature.getKey())) {
                throw new BadOutlines(
                        name,
                        signature.getValue()[0] + ", not GeoJSON",
                        signature.getValue()[1]);
            }
        }
    }
}
