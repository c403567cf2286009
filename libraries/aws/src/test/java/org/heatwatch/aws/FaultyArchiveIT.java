package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.intake.Archive;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.simulator.PixelWindow;
import org.heatwatch.simulator.SceneFacts;
import org.heatwatch.simulator.SceneGrid;
import org.heatwatch.simulator.SceneSimulator;
import org.heatwatch.simulator.SimulatedProductName;
import org.heatwatch.simulator.SimulatedSatellite;
import org.heatwatch.site.Site;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Faults between the archive and the intake: each has its own error, and the next attempt reads the same clip. */
final class FaultyArchiveIT {
    private static final Site SITE = SiteFile.parse("""
            {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
             "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
             "bounds": [126.617, 37.928, 126.623, 37.932],
             "features": []}
            """, "small");

    @TempDir
    private static Path bucket;

    private static LocalS3 s3;
    private static FaultyProxy proxy;
    private static S3Client client;
    private static Archive archive;
    private static ProductId product;

    @BeforeAll
    static void start() throws Exception {
        s3 = new LocalS3();
        proxy = new FaultyProxy(s3.port());
        client = LocalS3.client(proxy.port());
        archive = new S3Archive(client, LocalS3.BUCKET);
        SimulatedProductName name = SimulatedProductName.level1(
                SimulatedSatellite.LANDSAT_8, 116, 34, LocalDate.of(2025, 10, 3), SimulatedProductName.Tier.T1);
        SceneSimulator.at(new SceneGrid(32652, 288_915, 4_202_685, 128, 128), new PixelWindow(0, 0, 128, 128))
                .simulate(1)
                .write(bucket, name, SceneFacts.day());
        product = ProductId.parse(name.id());
        try (Stream<Path> files = Files.walk(bucket)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                s3.put(bucket.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        proxy.close();
        s3.close();
    }

    private static Clip clip() {
        return Product.open(archive.open(product)).clip(SITE);
    }

    static Stream<Arguments> faults() {
        return Stream.of("MTL.json", "B10.TIF", "QA_PIXEL.TIF")
                .flatMap(file -> Stream.of(
                                Arguments.of(FaultyProxy.Fault.REFUSED, file, SourceUnavailable.class),
                                Arguments.of(FaultyProxy.Fault.RESET, file, SourceUnavailable.class),
                                Arguments.of(FaultyProxy.Fault.TRUNCATED, file, SourceUnavailable.class),
                                Arguments.of(FaultyProxy.Fault.FLIPPED_BITS, file, ProductUnreadable.class),
                                Arguments.of(FaultyProxy.Fault.WRONG_RANGE, file, ProductUnreadable.class),
                                Arguments.of(FaultyProxy.Fault.STATUS_500, file, SourceUnavailable.class),
                                Arguments.of(FaultyProxy.Fault.STATUS_503, file, SourceUnavailable.class),
                                Arguments.of(FaultyProxy.Fault.STATUS_403, file, AccessDenied.class),
                                Arguments.of(FaultyProxy.Fault.STATUS_404, file, ProductMissing.class))
                        .filter(fault -> isPossible(List.of(fault.get()))));
    }

    /** Metadata have no position within their file, and their text form is read if the other is missing. */
    private static boolean isPossible(List<Object> fault) {
        return !fault.get(1).equals("MTL.json")
                || (fault.getFirst() != FaultyProxy.Fault.WRONG_RANGE
                        && fault.getFirst() != FaultyProxy.Fault.STATUS_404);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("faults")
    void aFaultHasItsErrorAndTheNextAttemptSucceeds(
            FaultyProxy.Fault fault, String file, Class<? extends HeatWatchException> error) throws IOException {
        Clip good = clip();
        proxy.damage(fault, fault == FaultyProxy.Fault.STATUS_403 ? "" : file);
        try {
            assertThatThrownBy(FaultyArchiveIT::clip)
                    .isInstanceOf(error)
                    .satisfies(e ->
                            assertThat(e.getMessage()).contains(product.id()).doesNotContain("\n"));
        } finally {
            proxy.damage(FaultyProxy.Fault.NONE, "");
        }
        assertThat(clip()).isEqualTo(good);
    }
}
