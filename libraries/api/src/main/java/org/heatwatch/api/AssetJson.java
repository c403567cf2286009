package org.heatwatch.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.pictures.GeoTiffHeader;

/**
 * Writes the assets of a STAC item. Rasters have the members of the extensions for projections (2.0) and rasters (2.0)
 * if it is known where their pixels lie.
 */
record AssetJson(Row.Asset asset, Optional<GeoTiffHeader> header) {
    private static final String PROJECTION = "https://stac-extensions.github.io/projection/v2.0.0/schema.json";
    private static final String RASTER = "https://stac-extensions.github.io/raster/v2.0.0/schema.json";

    static Map<String, AssetJson> of(Row row) {
        return of(row, _ -> Optional.empty());
    }

    static Map<String, AssetJson> withHeaders(Row row) {
        return of(row, asset -> asset.header().get());
    }

    private static Map<String, AssetJson> of(Row row, Function<Row.Asset, Optional<GeoTiffHeader>> header) {
        Map<String, AssetJson> assets = new LinkedHashMap<>();
        row.assets().forEach((key, asset) -> assets.put(key, new AssetJson(asset, header.apply(asset))));
        return assets;
    }

    /** Writes the list of extensions that the assets use, unless there is none. */
    static void extensions(Collection<AssetJson> assets, JsonGenerator out) throws IOException {
        if (assets.stream().anyMatch(asset -> asset.header().isPresent())) {
            out.writeArrayFieldStart("stac_extensions");
            out.writeString(PROJECTION);
            if (assets.stream().anyMatch(AssetJson::isScaled)) {
                out.writeString(RASTER);
            }
            out.writeEndArray();
        }
    }

    private boolean isScaled() {
        return header.flatMap(known -> known.scale().stream().boxed().findFirst())
                .isPresent();
    }

    static void write(Map<String, AssetJson> assets, Addresses addresses, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("assets");
        for (var asset : assets.entrySet()) {
            out.writeObjectFieldStart(asset.getKey());
            asset.getValue().members(addresses, out);
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void members(Addresses addresses, JsonGenerator out) throws IOException {
        out.writeStringField("href", addresses.of(asset.path()));
        out.writeStringField("type", asset.type());
        out.writeStringField("title", asset.title());
        out.writeArrayFieldStart("roles");
        for (String role : asset.roles()) {
            out.writeString(role);
        }
        out.writeEndArray();
        if (header.isPresent()) {
            projection(header.get(), out);
        }
        bands(out);
    }

    private static void projection(GeoTiffHeader header, JsonGenerator out) throws IOException {
        out.writeStringField("proj:code", "EPSG:" + header.epsg());
        out.writeFieldName("proj:shape");
        out.writeArray(new int[] {header.rows(), header.columns()}, 0, 2);
        double[] transform = {header.pixelWidth(), 0, header.west(), 0, -header.pixelHeight(), header.north()};
        out.writeFieldName("proj:transform");
        out.writeArray(transform, 0, transform.length);
    }

    private void bands(JsonGenerator out) throws IOException {
        List<Row.Band> bands = asset.bands();
        if (bands.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("bands");
        for (int i = 0; i < bands.size(); i++) {
            Row.Band band = bands.get(i);
            out.writeStartObject();
            out.writeStringField("name", band.name());
            out.writeStringField("description", band.description());
            out.writeStringField("data_type", band.dataType());
            out.writeFieldName("nodata");
            if (Double.isNaN(band.noData())) {
                out.writeString("nan");
            } else {
                out.writeNumber((int) band.noData());
            }
            if (!band.unit().isEmpty()) {
                out.writeStringField("unit", band.unit());
            }
            if (i == 0 && isScaled()) {
                scaling(header.orElseThrow(), out);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void scaling(GeoTiffHeader header, JsonGenerator out) throws IOException {
        out.writeNumberField("raster:scale", header.scale().orElseThrow());
        out.writeNumberField("raster:offset", header.offset().orElse(0));
    }
}
