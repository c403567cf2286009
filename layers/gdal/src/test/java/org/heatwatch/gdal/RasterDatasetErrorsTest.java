package org.heatwatch.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RasterDatasetErrorsTest {
    private static final Window ACROSS_TILES = new Window(200, 230, 333, 300);
    private static final int HEADER = 4096;
    private static final byte[] GOOD =
            TiledTiff.small(700, 600).withHeaderLength(HEADER).write(Pixels::tile);

    @AfterEach
    void nothingIsLeftOpenAndTheNextReadWorks() {
        assertThat(JavaFileSystem.openCount()).isZero();
        try (RasterDataset raster = RasterDataset.open(ByteSource.of("good.TIF", GOOD))) {
            assertThat(raster.readInts(1, ACROSS_TILES)).isEqualTo(Pixels.in(ACROSS_TILES));
        }
    }

    static Stream<Throwable> throwables() {
        return Stream.of(
                new IOException("network gone"),
                new UncheckedIOException(new IOException("wrapped")),
                new IllegalStateException("a bug"),
                new InterruptedException("interrupted"),
                new OutOfMemoryError("no memory"),
                new StackOverflowError("too deep"),
                new AssertionError("an error"));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void anExceptionOfTheHeadIsTheCause(Throwable thrown) {
        GdalException e = failureOf(new FailingSource(GOOD, thrown, 0));
        assertThat(e).hasCause(thrown).cause().isSameAs(thrown);
        assertThat(e).hasMessage("opening s3://bucket/path/failing.TIF: " + thrown);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void anExceptionWhileGdalOpensTheFileIsTheCause(Throwable thrown) {
        byte[] longHeader = TiledTiff.small(700, 600).withHeaderLength(40_000).write(Pixels::tile);
        FailingSource source = new FailingSource(longHeader, thrown, 1);
        GdalException e = failureOf(source);
        assertThat(e.getCause()).isSameAs(thrown);
        assertThat(e.gdalText()).isEmpty();
        assertThat(source.requests()).as("requests, none after the failed one").isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void anExceptionWhileReadingIsTheCauseAndTheSourceIsNotCalledAgain(Throwable thrown) {
        FailingSource source = new FailingSource(GOOD, thrown, 1);
        GdalException e = failureOf(source);
        assertThat(e.getCause()).isSameAs(thrown);
        assertThat(e)
                .hasMessage("reading 333x300 pixels at column 200, row 230 of band 1 of s3://bucket/path/failing.TIF: "
                        + thrown);
        assertThat(e.severity()).isEqualTo(GdalException.Severity.NONE);
        assertThat(source.requests()).isEqualTo(2);
    }

    @Test
    void aFailedSourceStaysFailed() {
        FailingSource source = new FailingSource(GOOD, new IOException("once"), 1);
        try (RasterDataset raster = RasterDataset.open(source)) {
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowableOfType(GdalException.class, () -> raster.readInts(1, ACROSS_TILES)))
                        .hasRootCauseMessage("once");
            }
        }
        assertThat(source.requests()).isEqualTo(2);
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path missing = folder.resolve("missing.TIF");
        assertThat(catchThrowableOfType(GdalException.class, () -> RasterDataset.open(missing)))
                .hasMessageContaining("missing.TIF")
                .hasCauseInstanceOf(NoSuchFileException.class);
        assertThat(failureOf(ByteSource.of(missing))).hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anEmptyFileIsNotATiff(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.TIF"));
        assertNoTiff(failureOf(ByteSource.of("empty.TIF", new byte[0])));
        assertNoTiff(catchThrowableOfType(GdalException.class, () -> RasterDataset.open(empty)));
    }

    @Test
    void textIsNotATiff(@TempDir Path folder) throws IOException {
        byte[] text = "<html>not found</html>".repeat(300).getBytes(StandardCharsets.UTF_8);
        assertNoTiff(failureOf(ByteSource.of("page.TIF", text)));
        Path page = Files.write(folder.resolve("page.TIF"), text);
        assertNoTiff(catchThrowableOfType(GdalException.class, () -> RasterDataset.open(page)));
    }

    private static void assertNoTiff(GdalException e) {
        assertThat(e.number()).isEqualTo(4);
        assertThat(e.severity()).isEqualTo(GdalException.Severity.FAILURE);
        assertThat(e).hasNoCause().hasMessageContaining(".TIF");
        assertThat(e.getMessage()).doesNotContain("/vsiheatwatch");
    }

    @Test
    void aTruncatedHeaderIsAFailureAlthoughGdalReadsZeros(@TempDir Path folder) throws IOException {
        byte[] cut = Arrays.copyOf(GOOD, HEADER - 8);
        assertThat(failureOf(ByteSource.of("cut.TIF", cut)))
                .hasCauseInstanceOf(EOFException.class)
                .hasMessageContaining("truncated: bytes");
        Path file = Files.write(folder.resolve("cut.TIF"), cut);
        assertThat(failureOfFile(file)).hasNoCause().hasMessageContaining("cut.TIF");
    }

    @Test
    void aTruncatedFileIsAFailure(@TempDir Path folder) throws IOException {
        byte[] cut = Arrays.copyOf(GOOD, HEADER + 1000);
        assertThat(failureOf(ByteSource.of("cut.TIF", cut)))
                .hasCauseInstanceOf(EOFException.class)
                .hasMessageContaining("truncated: bytes");
        Path file = Files.write(folder.resolve("cut.TIF"), cut);
        assertThat(failureOfFile(file).severity()).isEqualTo(GdalException.Severity.FAILURE);
    }

    @Test
    void aCorruptTileIsAFailureWithTheMessageOfGdal(@TempDir Path folder) throws IOException {
        byte[] corrupt = GOOD.clone();
        Arrays.fill(corrupt, HEADER, HEADER + 5000, (byte) 0x5a);
        GdalException e = failureOf(ByteSource.of("corrupt.TIF", corrupt));
        assertThat(e).hasNoCause().hasMessageContaining("corrupt.TIF");
        assertThat(e.gdalText()).isNotEmpty();
        assertThat(e.severity()).isEqualTo(GdalException.Severity.FAILURE);
        assertThat(failureOfFile(Files.write(folder.resolve("corrupt.TIF"), corrupt))
                        .gdalText())
                .isNotEmpty();
    }

    @Test
    void aWindowOutsideTheRasterIsAFailure() {
        try (RasterDataset raster = RasterDataset.open(ByteSource.of("good.TIF", GOOD))) {
            Window outside = new Window(600, 0, 101, 1);
            GdalException e = catchThrowableOfType(GdalException.class, () -> raster.readInts(1, outside));
            assertThat(e.number()).isEqualTo(5);
            assertThat(e).hasMessageContaining("column 600").hasMessageContaining("out of range");
            assertThat(raster.readInts(1, ACROSS_TILES)).isEqualTo(Pixels.in(ACROSS_TILES));
        }
    }

    @Test
    void aShortHeadCausesReadsOfPages() {
        byte[] longHeader = TiledTiff.small(700, 600).withHeaderLength(40_000).write(Pixels::tile);
        FailingSource source = new FailingSource(longHeader, new IOException(), -1);
        try (RasterDataset raster = RasterDataset.open(source)) {
            assertThat(raster.readInts(1, ACROSS_TILES)).isEqualTo(Pixels.in(ACROSS_TILES));
        }
        assertThat(source.requests())
                .as("head, page with the tile table, tiles")
                .isEqualTo(3);
    }

    @Test
    void noSidecarFileIsRead() {
        List<String> names = new ArrayList<>();
        ByteSource counting = new ByteSource() {
            @Override
            public String name() {
                return "s3://bucket/odd name?#.TIF";
            }

            @Override
            public Head head() {
                names.add("head");
                return new Head(MemorySegment.ofArray(GOOD), GOOD.length);
            }

            @Override
            public void fetch(List<Range> ranges) {
                names.add("fetch");
            }
        };
        try (RasterDataset raster = RasterDataset.open(counting)) {
            assertThat(raster.readInts(1, ACROSS_TILES)).isEqualTo(Pixels.in(ACROSS_TILES));
            assertThat(raster.name()).isEqualTo("s3://bucket/odd name?#.TIF");
        }
        assertThat(names).containsExactly("head");
    }

    private static GdalException failureOf(ByteSource source) {
        return catchThrowableOfType(GdalException.class, () -> {
            try (RasterDataset raster = RasterDataset.open(source)) {
                raster.readInts(1, ACROSS_TILES);
            }
        });
    }

    private static GdalException failureOfFile(Path file) {
        return catchThrowableOfType(GdalException.class, () -> {
            try (RasterDataset raster = RasterDataset.open(file)) {
                raster.readInts(1, ACROSS_TILES);
            }
        });
    }
}
