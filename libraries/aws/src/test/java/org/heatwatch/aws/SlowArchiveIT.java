package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.heatwatch.clip.Clip;
import org.heatwatch.clip.Product;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Responses of the archive that are too slow to be useful, and slow ones that are not. */
final class SlowArchiveIT {
    private static final Site SITE = SiteFile.parse("""
        {"type": "FeatureCollection", "id": "small", "name": "Small", "utmZone": 32652,
         "scenes": [{"path": 116, "row": 34, "pass": "day"}], "reference": [],
         "bounds": [126.617, 37.908, 126.663, 37.932],
         "features": []}
        """, "small");

    /** The limit of a call, 25 s, and the time of what is not the call. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @TempDir
    private static Path bucket;

    private static LocalS3 s3;
    private static ProductId product;
    private static Clip good;

    @BeforeAll
    static void start() throws Exception {
        s3 = new LocalS3();
        SimulatedProductName name = SimulatedProductName.level1(
                SimulatedSatellite.LANDSAT_8, 116, 34, LocalDate.of(2025, 10, 3), SimulatedProductName.Tier.T1);
        SceneSimulator.at(new SceneGrid(32652, 288_915, 4_202_685, 512, 512), new PixelWindow(0, 0, 512, 512))
                .simulate(1)
                .write(bucket, name, SceneFacts.day());
        product = ProductId.parse(name.id());
        try (Stream<Path> files = Files.walk(bucket)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                s3.put(bucket.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        try (S3Client client = LocalS3.client(s3.port())) {
            good = clip(new S3Archive(client, LocalS3.BUCKET));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        s3.close();
    }

    private static Clip clip(Archive archive) {
        return Product.open(archive.open(product)).clip(SITE);
    }

    private static boolean isHead(String request) {
        return request.contains("bytes=0-");
    }

    /** The metadata, the header of a band, and its pixels. */
    private static List<Predicate<String>> requests() {
        return List.of(
                request -> request.contains("MTL.json"),
                request -> request.contains("B10.TIF") && isHead(request),
                request -> request.contains("B10.TIF") && !isHead(request));
    }

    /** Ends at the limit, and is read at the next attempt. */
    private static Duration attempts(Predicate<String> slow) throws IOException {
        try (FaultyProxy proxy = new FaultyProxy(s3.port());
                S3Client client = LocalS3.client(proxy.port())) {
            Archive archive = new S3Archive(client, LocalS3.BUCKET);
            proxy.damage(FaultyProxy.Fault.SLOW, slow);
            Instant begun = Instant.now();
            assertThatThrownBy(() -> clip(archive))
                    .isInstanceOf(SourceUnavailable.class)
                    .satisfies(e ->
                            assertThat(e.getMessage()).contains(product.id()).doesNotContain("\n"));
            Duration taken = Duration.between(begun, Instant.now());
            proxy.damage(FaultyProxy.Fault.NONE, "");
            assertThat(clip(archive)).isEqualTo(good);
            return taken;
        }
    }

    @Test
    void aResponseOfOneByteASecondIsAnErrorAtTheLimitAndTheNextAttemptReadsTheSameClip() throws Exception {
        try (ExecutorService side = Executors.newCachedThreadPool()) {
            List<Future<Duration>> taken = new ArrayList<>();
            requests().forEach(slow -> taken.add(side.submit(() -> attempts(slow))));
            for (Future<Duration> each : taken) {
                assertThat(each.get()).isLessThan(LIMIT);
            }
        }
    }

    @Test
    void aTransferThatGoesOnIsNotCutOnAThinLine() throws IOException {
        try (FaultyProxy proxy = new FaultyProxy(s3.port());
                S3Client client = LocalS3.client(proxy.port())) {
            proxy.damage(FaultyProxy.Fault.THIN, request -> request.contains("B10.TIF") && !isHead(request));
            Instant begun = Instant.now();
            assertThat(clip(S3Archive.overThinLine(client, LocalS3.BUCKET))).isEqualTo(good);
            assertThat(Duration.between(begun, Instant.now()))
                    .as("longer than an attempt has in a function")
                    .isGreaterThan(AwsClients.S3_ATTEMPT_TIMEOUT);
        }
    }
}
