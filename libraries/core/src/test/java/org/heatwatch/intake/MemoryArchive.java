package org.heatwatch.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.landsat.Acquisition;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.Satellite;
import org.heatwatch.landsat.WrsScene;

/** Level-1 products in memory, 4.5 km by 4.5 km around the site of {@link MemoryArchive#SITE}, each of one count. */
final class MemoryArchive implements Archive {
    static final int CLEAR = 0x5540;
    static final int SNOW = 0x7560;
    static final int CLOUD = 0x55C8;

    static final String SITE = """
            {"type": "FeatureCollection", "id": "here", "name": "Here", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "night"}],
             "bounds": [126.62, 37.93, 126.625, 37.934], "reference": [], "features": []}
            """;

    private static final RasterGrid GRID = new RasterGrid(160, 160, 288_700, 4_203_400, 30, 30, 32652);
    private static final int COUNT = 25_000;

    private final Map<ProductId, Made> products = new HashMap<>();
    private int reads;

    /** Properties of a product: the id and the pointing that its metadata state, and the quality of its pixels. */
    private record Made(String named, String pointing, RasterGrid grid, Quality quality) {}

    /** QA_PIXEL of a column. */
    interface Quality {
        int at(int column);
    }

    MemoryArchive with(String product) {
        return with(product, "FINAL", _ -> CLEAR);
    }

    MemoryArchive with(String product, String pointing, Quality quality) {
        products.put(ProductId.parse(product), new Made(product, pointing, GRID, quality));
        return this;
    }

    /** A product whose metadata state another id. */
    MemoryArchive misnamed(String product, String named) {
        products.put(ProductId.parse(product), new Made(named, "FINAL", GRID, _ -> CLEAR));
        return this;
    }

    /** A product that ends within the clip. */
    MemoryArchive cut(String product) {
        RasterGrid part = GRID.part(new PixelRectangle(0, 0, 100, 160));
        products.put(ProductId.parse(product), new Made(product, "FINAL", part, _ -> CLEAR));
        return this;
    }

    MemoryArchive without(String product) {
        products.remove(ProductId.parse(product));
        return this;
    }

    /** Number of rasters read. */
    int reads() {
        return reads;
    }

    @Override
    public ProductFiles open(ProductId product) {
        return new ProductFiles() {
            @Override
            public String name() {
                return product.id();
            }

            @Override
            public Optional<String> text(String suffix) {
                return Optional.ofNullable(products.get(product))
                        .filter(_ -> suffix.equals("MTL.json"))
                        .map(MemoryArchive::metadata);
            }

            @Override
            public BandRaster band(String suffix) {
                Made made = products.get(product);
                if (made == null) {
                    throw new ProductMissing(product.id(), "is not there", "wait for it");
                }
                return new Raster(product.id() + "_" + suffix, made, suffix.equals("B10.TIF"));
            }
        };
    }

    private final class Raster implements BandRaster {
        private final String name;
        private final Made made;
        private final boolean thermal;

        private Raster(String name, Made made, boolean thermal) {
            this.name = name;
            this.made = made;
            this.thermal = thermal;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public RasterGrid grid() {
            return made.grid();
        }

        @Override
        public int[] read(PixelRectangle rectangle) {
            reads++;
            if (made.pointing().equals("CORRUPT")) {
                throw new ProductUnreadable(name, "is cut short", "fetch it again");
            }
            int[] values = new int[rectangle.columns() * rectangle.rows()];
            Arrays.setAll(
                    values, i -> thermal ? COUNT : made.quality().at(rectangle.column() + i % rectangle.columns()));
            return values;
        }

        @Override
        public void close() {}
    }

    private static String metadata(Made made) {
        ProductId id = ProductId.parse(made.named());
        return """
                {"LANDSAT_METADATA_FILE": {
                  "PRODUCT_CONTENTS": {"LANDSAT_PRODUCT_ID": "%s"},
                  "IMAGE_ATTRIBUTES": {"DATE_ACQUIRED": "%s", "SCENE_CENTER_TIME": "13:10:30.5Z", "SUN_ELEVATION": "-30",
                    "TIRS_SSM_MODEL": "%s"},
                  "PROJECTION_ATTRIBUTES": {"MAP_PROJECTION": "UTM", "UTM_ZONE": "52"},
                  "LEVEL1_RADIOMETRIC_RESCALING": {"RADIANCE_MULT_BAND_10": "3.3420E-04", "RADIANCE_ADD_BAND_10": "0.1"},
                  "LEVEL1_THERMAL_CONSTANTS": {"K1_CONSTANT_BAND_10": "774.8853", "K2_CONSTANT_BAND_10": "1321.0789"}}}
                """.formatted(id, id.acquired(), made.pointing());
    }

    @Override
    public List<ProductId> list(Acquisition acquisition) {
        return products.keySet().stream()
                .filter(product -> product.acquisition().equals(acquisition))
                .toList();
    }

    @Override
    public List<ProductId> list(Satellite satellite, WrsScene scene, int year) {
        return products.keySet().stream()
                .filter(product -> product.satellite() == satellite
                        && product.scene().equals(scene)
                        && product.acquired().getYear() == year)
                .toList();
    }

    /** Encoded clips by their keys. */
    static final class Clips implements ClipStore {
        private final Map<String, byte[]> clips = new HashMap<>();

        @Override
        public void put(String key, byte[] bytes) {
            clips.put(key, bytes);
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.ofNullable(clips.get(key));
        }

        Map<String, byte[]> all() {
            return clips;
        }
    }
}
