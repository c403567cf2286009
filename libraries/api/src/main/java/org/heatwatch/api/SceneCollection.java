package org.heatwatch.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.heatwatch.clip.Clip;
import org.heatwatch.landsat.Level;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.pictures.ExcessTiff;
import org.heatwatch.pictures.GeoTiffHeader;
import org.heatwatch.publication.PartKey;
import org.heatwatch.publication.PassReport;
import org.heatwatch.publication.PublishedHistory;
import org.heatwatch.site.Bounds;
import org.locationtech.jts.geom.GeometryFactory;

/** The recorded scenes with their clips, heat maps and original products. */
final class SceneCollection extends WatchCollection {
    static final String ID = "scenes";
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String USGS = "https://landsatlook.usgs.gov/data/";

    private static final List<Column<Scene>> COLUMNS = Columns.ofSite(Scene::view)
            .of(PassReport.class, Scene::pass, "acquisition", "product")
            .text("platform", "Satellite.", Scene::platform)
            .texts("instruments", "Instruments that acquired the pass.", _ -> List.of("tirs"))
            .text("constellation", "Satellite programme.", _ -> "landsat")
            .of(PassReport.class, Scene::pass, "pass")
            .text(
                    "tier",
                    "Collection tier: RT, T1 or T2.",
                    scene -> scene.product().tier().name())
            .text("level", "Processing level.", scene -> scene.product().level().name())
            .of(
                    PassReport.class,
                    Scene::pass,
                    "clearFraction",
                    "cloudMask",
                    "maskedBuildingSamples",
                    "transmittance",
                    "transmittanceSource",
                    "provisional",
                    "dormant")
            .flag("usable", "Whether the pass may change states.", Scene::isUsable)
            .texts("reasons", "Reasons why the pass may not change states.", Scene::reasons)
            .of(PassReport.class, Scene::pass, "sameOverpassAs", "flags", "parcels", "parcelSpread", "searched")
            .integer(
                    "hotSpots",
                    "Number of hot spots found.",
                    scene -> scene.pass().hotSpots().size())
            .list();

    private static final List<Row.Band> BANDS = List.of(
            new Row.Band(
                    "radiance",
                    "Radiance counts of band 10; times the scale, plus the offset, they are W/(m2 sr um).",
                    "uint16",
                    Clip.FILL,
                    "W m-2 sr-1 um-1"),
            new Row.Band("quality", "QA_PIXEL of Landsat Collection 2.", "uint16", Clip.FILL, ""));

    private static final List<Filter<?>> FILTERS = List.of(
            Filter.acquisitions(),
            Filter.oneOf("pass", "Only day passes, or only night passes.", Codes.PASSES),
            Filter.flag("usable", "Only passes that may change states, or only the other passes."),
            Filter.flag(
                    "provisional",
                    "Only passes whose product may still be replaced by a better one, or only the other passes."));

    /** @param hasExcess whether it could be compared with the background model */
    private record Scene(PublishedSite view, PassReport pass, boolean hasExcess) {

        ProductId product() {
            return pass.product();
        }

        String platform() {
            return product().satellite().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isUsable() {
            return reasons().isEmpty();
        }

        List<String> reasons() {
            List<String> reasons = new ArrayList<>(pass.suspicions());
            String unresolved = pass.unresolved();
            if (unresolved != null) {
                reasons.add("sampling grid not recovered: " + unresolved);
            }
            return List.copyOf(reasons);
        }
    }

    private final ClipHeaders headers;

    SceneCollection(ClipHeaders headers) {
        super(
                ID,
                "Scenes",
                "The recorded passes over the sites: the clip, the quality and a heat map of each.",
                COLUMNS,
                FILTERS,
                Order.NEWEST);
        this.headers = headers;
    }

    @Override
    Stream<Row> rows(PublishedSite view, Selection selection) {
        Place bounds = bounds(view.site().bounds());
        Set<String> maps = view.history().map(PublishedHistory::maps).orElse(Set.of());
        return view.history().stream()
                .flatMap(history -> history.scenes(selection.span().years()).stream())
                .map(pass -> row(
                        new Scene(
                                view,
                                pass,
                                maps.contains(PartKey.map(pass.acquisition().id()))),
                        bounds));
    }

    private static Place bounds(Bounds bounds) {
        return Place.of(FACTORY.toGeometry(bounds.envelope()));
    }

    private Row row(Scene scene, Place place) {
        String site = scene.view().id();
        String acquisition = scene.pass().acquisition().id();
        String query = "?site=" + site;
        Map<String, Row.Asset> assets = new LinkedHashMap<>();
        assets.put(
                "clip",
                new Row.Asset(
                        "/clips/" + acquisition + ".tif" + query,
                        MediaTypes.GEOTIFF,
                        "Clip: raw counts of the thermal band, and quality bits",
                        List.of("data"),
                        BANDS,
                        () -> headers.of(scene.pass().clip())));
        if (scene.pass().isUsed()) {
            assets.put(
                    "heatmap",
                    new Row.Asset(
                            "/heatmaps/" + acquisition + ".png" + query,
                            MediaTypes.PNG,
                            "Heat map: excess over the background model",
                            List.of("overview")));
        }
        if (scene.hasExcess()) {
            assets.put(
                    "excess",
                    new Row.Asset(
                            "/heatmaps/" + acquisition + ".tif" + query,
                            MediaTypes.GEOTIFF,
                            "Excess over the background model and its standard error",
                            List.of("data"),
                            Row.Band.EXCESS,
                            () -> excess(scene)));
        }
        if (!scene.view().isSimulated()) {
            assets.putAll(originals(scene.product()));
        }
        return new Row(
                Ids.join(site, acquisition),
                this,
                place,
                TimeSpan.at(scene.pass().acquiredAt()),
                scene.view().site().name() + ", " + acquisition,
                properties(COLUMNS, scene),
                List.of(new Row.Link(
                        "related",
                        "/collections/observations/items" + query + "&acquisition="
                                + Objects.requireNonNullElse(
                                        scene.pass().sameOverpassAs(),
                                        scene.pass().acquisition()),
                        MediaTypes.GEOJSON,
                        "Observations of each facility")),
                assets);
    }

    private static Optional<GeoTiffHeader> excess(Scene scene) {
        return scene.view()
                .history()
                .flatMap(history -> history.map(scene.pass().acquisition()))
                .filter(map -> !map.samples().isEmpty())
                .map(map -> ExcessTiff.frame(scene.view().site(), map));
    }

    /** URL of the metadata of a real product at USGS. */
    static String original(ProductId product) {
        return USGS + product.keyPrefix() + product.fileName("MTL.json");
    }

    /** Assets at USGS from which the clip was made. */
    private static Map<String, Row.Asset> originals(ProductId product) {
        boolean isRadiance = product.level() == Level.L1TP || product.level() == Level.L1GT;
        Map<String, Row.Asset> originals = new LinkedHashMap<>();
        List.of(isRadiance ? "B10.TIF" : "ST_TRAD.TIF", "QA_PIXEL.TIF", "MTL.json")
                .forEach(suffix -> originals.put(
                        "usgs-" + suffix.substring(0, suffix.indexOf('.')).toLowerCase(Locale.ROOT),
                        new Row.Asset(
                                USGS + product.keyPrefix() + product.fileName(suffix),
                                suffix.endsWith("json") ? MediaTypes.JSON : MediaTypes.GEOTIFF,
                                "USGS original: " + product.fileName(suffix),
                                List.of(suffix.endsWith("json") ? "metadata" : "data"))));
        return originals;
    }
}
