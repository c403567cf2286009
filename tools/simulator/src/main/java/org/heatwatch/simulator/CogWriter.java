package org.heatwatch.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes bands as cloud-optimised GeoTIFFs with the structure of the files in the USGS bucket: classic little-endian
 * TIFF; a header of 32,770 bytes that holds all directories, full resolution first, and ends with the tile arrays of
 * the full resolution; then 256 x 256 DEFLATE tiles; overviews at successive halvings; PixelIsPoint, tied to the CENTRE
 * of the upper-left pixel.
 *
 * @param predictor 1 (none) or 2 (horizontal differences)
 * @param elsewhere how tiles that do not intersect the band's window are stored
 */
public record CogWriter(int predictor, Elsewhere elsewhere) {
    /** Length of the header in bytes. */
    public static final int HEADER = 32_770;

    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTE_COUNTS = 325;

    /** Storage of tiles that contain only fill. */
    public enum Elsewhere {
        /** All refer to one stored fill tile, so that every reader sees fill values. */
        SHARED_FILL,
        /** Offset and length are 0; readers that support sparse files see the nodata value. */
        SPARSE
    }

    public CogWriter {
        if (predictor != 1 && predictor != 2) {
            throw new IllegalArgumentException("predictor must be 1 or 2, not " + predictor);
        }
    }

    /** The writer with the horizontal predictor and a shared fill tile. */
    public static CogWriter usual() {
        return new CogWriter(2, Elsewhere.SHARED_FILL);
    }

    public void write(Path file, SceneBand band) throws IOException {
        Files.write(file, encode(band));
    }

    /** Encodes a band as a complete file. */
    public byte[] encode(SceneBand band) {
        Pyramid pyramid = Pyramid.of(band);
        TileStore store = new TileStore(HEADER);
        List<TiffDirectory> directories = new ArrayList<>();
        for (Pyramid.Level level : pyramid.levels()) {
            directories.add(directory(band, level, store.store(pyramid, level, new TileCodec(predictor), elsewhere)));
        }
        byte[] tiles = store.bytes();
        ByteBuffer file = ByteBuffer.allocate(HEADER + tiles.length).order(ByteOrder.LITTLE_ENDIAN);
        header(file, directories);
        return file.put(HEADER, tiles).array();
    }

    private static void header(ByteBuffer file, List<TiffDirectory> directories) {
        file.put(0, new byte[] {'I', 'I', 42, 0}).putInt(4, 8);
        int at = 8;
        int tail = HEADER - directories.getFirst().arraysLength();
        for (int i = 0; i < directories.size(); i++) {
            TiffDirectory directory = directories.get(i);
            boolean full = i == 0;
            int arraysAt = full ? tail : at + directory.length();
            int end = full ? at + directory.length() : arraysAt + directory.arraysLength();
            if (end > tail) {
                throw new IllegalArgumentException("directories of " + end + " bytes do not fit into the header");
            }
            boolean last = i == directories.size() - 1;
            directory.write(file, at, arraysAt, last ? 0 : end, List.of(TILE_OFFSETS, TILE_BYTE_COUNTS));
            at = end;
        }
    }

    private TiffDirectory directory(SceneBand band, Pyramid.Level level, TileStore.Index tiles) {
        boolean full = level.step() == 1;
        TiffDirectory directory = new TiffDirectory()
                .longs(254, full ? 0 : 1)
                .shorts(256, level.columns())
                .shorts(257, level.rows())
                .shorts(258, 16)
                .shorts(259, 8)
                .shorts(262, 1);
        if (full) {
            directory.ascii(270, "SIMULATED DATA: written by the simulator of Heat Watch. Nothing here was observed.");
        }
        directory
                .shorts(277, 1)
                .shorts(284, 1)
                .shorts(317, predictor)
                .shorts(322, Pyramid.TILE)
                .shorts(323, Pyramid.TILE)
                .longs(TILE_OFFSETS, tiles.offsets)
                .longs(TILE_BYTE_COUNTS, tiles.lengths)
                .shorts(339, band.type() == SceneBand.Type.UINT16 ? 1 : 2);
        if (full) {
            georeference(directory, band.scene());
        }
        Integer noData = band.noData();
        return noData == null ? directory : directory.ascii(42113, noData.toString());
    }

    /** GeoTIFF 1.1: projected, PixelIsPoint (raster type 2), metres. */
    private static void georeference(TiffDirectory directory, SceneGrid scene) {
        String citation = "WGS 84 / UTM zone %d%s|".formatted(scene.utmZone(), scene.south() ? "S" : "N");
        int[][] keys = {
            {1, 1, 0, 5},
            {1024, 0, 1, 1},
            {1025, 0, 1, 2},
            {1026, 34737, citation.length(), 0},
            {3072, 0, 1, scene.epsg()},
            {3076, 0, 1, 9001}
        };
        directory
                .doubles(33550, SceneGrid.PIXEL_METRES, SceneGrid.PIXEL_METRES, 0)
                .doubles(33922, 0, 0, 0, scene.upperLeftEast(), scene.upperLeftNorth(), 0)
                .shorts(34735, Arrays.stream(keys).flatMapToInt(Arrays::stream).toArray())
                .ascii(34737, citation);
    }
}
