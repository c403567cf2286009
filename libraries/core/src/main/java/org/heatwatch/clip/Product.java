package org.heatwatch.clip;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.landsat.Level;
import org.heatwatch.landsat.Metadata;
import org.heatwatch.landsat.PlausibleMetadata;
import org.heatwatch.landsat.ProductInfo;
import org.heatwatch.landsat.QaPixel;
import org.heatwatch.landsat.Scaling;
import org.heatwatch.landsat.SurfaceTemperatureBand;
import org.heatwatch.landsat.ThermalRadiometry;
import org.heatwatch.landsat.WrsScene;
import org.heatwatch.site.Site;
import org.heatwatch.site.UtmProjection;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** An open product with parsed metadata. */
public final class Product {
    /** Margin of a clip beyond the site's bounds, in metres: needed to recover the grid and to fit the background. */
    public static final double MARGIN_METRES = 2000;

    private static final String QUALITY = "QA_PIXEL.TIF";
    private static final String LEVEL_1_BAND = "B10.TIF";

    private final ProductFiles files;
    private final Metadata metadata;
    private final ProductInfo info;
    private final ThermalRadiometry radiometry;

    private Product(ProductFiles files, Metadata metadata) {
        this.files = files;
        this.metadata = metadata;
        this.info = ProductInfo.of(metadata);
        this.radiometry = ThermalRadiometry.of(metadata);
    }

    /**
     * Opens a product and parses its metadata file, in JSON or text form.
     *
     * @throws ProductMissing if there is no metadata file
     * @throws ProductUnreadable if it is damaged, states what cannot be true, or the product has no terrain-corrected
     *     thermal band
     */
    public static Product open(ProductFiles files) {
        return ReadFailure.named(files.name(), () -> read(files));
    }

    private static Product read(ProductFiles files) {
        Optional<String> json = files.text("MTL.json");
        Optional<String> text = json.isPresent() ? json : files.text("MTL.txt");
        String content = text.orElseThrow(() -> new ProductMissing(
                files.name(), "neither MTL.json nor MTL.txt is there", "fetch the product's metadata file"));
        String file = files.name() + (json.isPresent() ? "_MTL.json" : "_MTL.txt");
        Metadata metadata = Metadata.parse(file, content);
        ProductInfo info = ProductInfo.of(metadata);
        info.id().whyUnusable().ifPresent(reason -> {
            throw new ProductUnreadable(files.name(), reason, "give an L1TP, L1GT or L2SP product");
        });
        PlausibleMetadata.require(metadata, info.id());
        return new Product(files, metadata);
    }

    /** Name of the product in messages. */
    String name() {
        return files.name();
    }

    public ProductInfo info() {
        return info;
    }

    public ThermalRadiometry radiometry() {
        return radiometry;
    }

    /** Whether the product is level 2 and so has the surface temperature files. */
    public boolean isLevel2() {
        return info.id().level() == Level.L2SP;
    }

    /** From counts of {@link #thermalBand()} to radiance at the top of the atmosphere in W/(m2 sr um). */
    public Scaling radianceScaling() {
        return isLevel2()
                ? SurfaceTemperatureBand.THERMAL_RADIANCE.scaling(metadata)
                : new Scaling(radiometry.multiplier(), radiometry.offset(), ThermalRadiometry.FILL);
    }

    public Metadata metadata() {
        return metadata;
    }

    /**
     * Opens the thermal band.
     *
     * @throws ProductUnreadable if it is unreadable, or its pixel grid is not that of the metadata
     */
    public BandRaster thermalBand() {
        BandRaster band = files.band(isLevel2() ? SurfaceTemperatureBand.THERMAL_RADIANCE.suffix() : LEVEL_1_BAND);
        try {
            PlausiblePixels.requireGrid(band.name(), band.grid(), metadata, info.epsg());
            return band;
        } catch (RuntimeException e) {
            band.close();
            throw e;
        }
    }

    public BandRaster qualityBand() {
        return files.band(QUALITY);
    }

    /** Opens a surface temperature file of a level-2 product. */
    public BandRaster band(SurfaceTemperatureBand band) {
        return files.band(band.suffix());
    }

    /**
     * Clips a site: its bounds and a margin of {@link #MARGIN_METRES}.
     *
     * @throws ProductUnreadable if the site lies outside the product, or in a zone that is not adjacent, or the pixels
     *     cannot be true
     */
    public Clip clip(Site site) {
        WrsScene scene = info.id().scene();
        if (site.watched(scene).isEmpty()) {
            throw new ProductUnreadable(
                    files.name(),
                    "site %s does not watch path %s row %s".formatted(site.id(), scene.pathText(), scene.rowText()),
                    "give a product of a scene that it watches, or add this one to the site's scenes");
        }
        return ReadFailure.named(files.name(), () -> clipOf(site));
    }

    private Clip clipOf(Site site) {
        try (ClipBands bands = ClipBands.open(this)) {
            RasterGrid grid = bands.thermal().grid();
            int epsg = grid.epsg();
            if (!site.utm().isNear(epsg)) {
                throw new ProductUnreadable(
                        files.name(),
                        "is in EPSG:%d, which is neither the zone of site %s, EPSG:%d, nor adjacent to it"
                                .formatted(epsg, site.id(), site.utm().epsg()),
                        "correct the site's utmZone or its scenes");
            }
            Envelope area = UtmProjection.ofEpsg(epsg)
                    .toUtm(new GeometryFactory().toGeometry(site.bounds().envelope()))
                    .getEnvelopeInternal();
            area.expandBy(MARGIN_METRES);
            PixelRectangle rectangle = grid.covering(area);
            if (rectangle.within(grid.columns(), grid.rows()).isEmpty()) {
                throw new ProductUnreadable(
                        files.name(),
                        "site %s lies outside the scene".formatted(site.id()),
                        "correct the site's bounds or its scenes");
            }
            return clip(bands, rectangle);
        }
    }

    /** Clips a rectangle of pixels; pixels outside the product are fill. */
    public Clip clip(PixelRectangle rectangle) {
        return ReadFailure.named(files.name(), () -> {
            try (ClipBands bands = ClipBands.open(this)) {
                return clip(bands, rectangle);
            }
        });
    }

    private Clip clip(ClipBands bands, PixelRectangle rectangle) {
        List<int[]> counts = bands.read(rectangle);
        int[] quality = counts.get(ClipBands.QUALITY);
        Transmittance transmittance =
                isLevel2() ? transmittance(counts.get(ClipBands.TRANSMITTANCE), quality) : Transmittance.USUAL;
        Clip clip = new Clip(
                info,
                radiometry,
                radianceScaling(),
                transmittance,
                bands.thermal().grid().part(rectangle),
                counts.getFirst(),
                quality);
        PlausiblePixels.requireTemperatures(clip);
        return clip;
    }

    /** Median over the clear pixels; the usual value if none is clear, since then no sample is extracted either. */
    private Transmittance transmittance(int[] counts, int[] quality) {
        Scaling scaling = SurfaceTemperatureBand.TRANSMITTANCE.scaling(metadata);
        int[] clear = new int[counts.length];
        int n = 0;
        for (int p = 0; p < counts.length; p++) {
            if (counts[p] != scaling.fill() && QaPixel.isUsable(quality[p])) {
                clear[n++] = counts[p];
            }
        }
        Arrays.sort(clear, 0, n);
        double tau = n == 0 ? Double.NaN : scaling.value(clear[n / 2]);
        return tau > 0 && tau <= 1 ? new Transmittance(tau, Transmittance.Source.ST_ATRAN) : Transmittance.USUAL;
    }
}
