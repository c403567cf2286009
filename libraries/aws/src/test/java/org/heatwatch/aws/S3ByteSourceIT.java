package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heatwatch.gdal.ByteSource;
import org.heatwatch.gdal.GdalException;
import org.heatwatch.gdal.RasterDataset;
import org.heatwatch.gdal.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3ByteSourceIT {
    private static final String NOISY = "LC08_ST_B10.TIF";
    private static final String SMOOTH = "LC08_QA_PIXEL.TIF";
    private static final Window TWO_BY_TWO = new Window(2883, 1970, 300, 333);
    private static final LandsatShape TEMPERATURE = LandsatShape.noisy(1);
    private static final LandsatShape QUALITY = LandsatShape.smooth();
    private static final Set<String> HOSTS = new ConcurrentSkipListSet<>();

    private static LocalS3 s3;
    private static S3Client client;
    private static ProxySelector usualSelector;

    @BeforeAll
    static void start() throws Exception {
        s3 = new LocalS3();
        s3.put(NOISY, TEMPERATURE.bytes());
        s3.put(SMOOTH, QUALITY.bytes());
        client = s3.client();
        usualSelector = ProxySelector.getDefault();
        ProxySelector.setDefault(new HostRecorder());
    }

    @AfterAll
    static void stop() throws Exception {
        ProxySelector.setDefault(usualSelector);
        client.close();
        s3.close();
    }

    @BeforeEach
    void forgetEarlierRequests() {
        s3.proxy().forget();
    }

    @AfterEach
    void everyRequestIsARequesterPaysGetToTheSameServer() {
        assertThat(s3.proxy().requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).matches("/[a-z-]+/[^?]+").doesNotContain("list-type");
            assertThat(request.headers())
                    .containsEntry("x-amz-request-payer", "requester")
                    .containsKey("range");
        });
        assertThat(HOSTS).contains("127.0.0.1").isSubsetOf("127.0.0.1", "localhost");
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "2600, 1600, 100, 100, inside one tile, 1",
        "2600, 1600, 400, 100, two tiles of one row, 1",
        "2883, 1970, 300, 333, two by two tiles, 2",
        "2700, 1970, 400, 500, three by three tiles, 3"
    })
    void aWindowCostsOneGetForTheHeadAndOneForEachRowOfTiles(
            int column, int row, int width, int height, String what, int groups) {
        Window window = new Window(column, row, width, height);
        assertThat(read(NOISY, window)).as(what).isEqualTo(TEMPERATURE.pixels(window));
        assertThat(s3.proxy().requests()).hasSize(1 + groups);
        long least = ByteSource.HEAD_LENGTH + TEMPERATURE.tileBytes(window);
        assertThat(s3.proxy().bytesDown()).isBetween(least, least + least / 100);
    }

    @Test
    void rowsThatAreCloseTogetherShareAGet() {
        Window window = new Window(2700, 1970, 400, 500);
        assertThat(read(SMOOTH, window)).isEqualTo(QUALITY.pixels(window));
        assertThat(s3.proxy().requests()).hasSize(2);
    }

    @Test
    void readingTheSameWindowAgainMakesNoRequest() {
        try (RasterDataset raster = open(NOISY)) {
            int[] first = raster.readInts(1, TWO_BY_TWO);
            int requests = s3.proxy().requests().size();
            assertThat(raster.readInts(1, TWO_BY_TWO)).isEqualTo(first);
            assertThat(s3.proxy().requests()).hasSize(requests);
        }
    }

    @Test
    void everyGetAfterTheHeadRequestsTheSameVersion() {
        read(NOISY, TWO_BY_TWO);
        List<CountingProxy.Request> requests = s3.proxy().requests();
        assertThat(requests.getFirst().headers()).doesNotContainKey("if-match");
        assertThat(requests.getFirst().headers()).containsEntry("range", "bytes=0-32999");
        assertThat(requests.subList(1, requests.size()))
                .allSatisfy(request -> assertThat(request.headers()).containsKey("if-match"));
    }

    @Test
    void eightThreadsReadInParallel() throws Exception {
        List<Future<Boolean>> reads = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 24; i++) {
                Window window = new Window(2000 + 100 * i, 3000 - 50 * i, 300, 333);
                reads.add(threads.submit(() -> Arrays.equals(read(NOISY, window), TEMPERATURE.pixels(window))));
            }
        }
        for (Future<Boolean> read : reads) {
            assertThat(read.get()).isTrue();
        }
    }

    @Test
    void aMissingKeyIsTheSdksExceptionAndOneGet() {
        GdalException e = catchThrowableOfType(GdalException.class, () -> open("missing.TIF"));
        assertThat(e)
                .hasCauseInstanceOf(NoSuchKeyException.class)
                .hasMessageStartingWith("opening s3://usgs-landsat/missing.TIF: ");
        assertThat(s3.proxy().requests()).hasSize(1);
    }

    @Test
    void aMissingBucketIsTheSdksException() {
        S3ByteSource source = new S3ByteSource(client, "no-such-bucket", NOISY);
        assertThat(catchThrowableOfType(GdalException.class, () -> RasterDataset.open(source)))
                .hasCauseInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void deniedAccessIsTheSdksException() {
        try (S3Client stranger = s3.clientWithWrongSecret()) {
            S3ByteSource source = new S3ByteSource(stranger, LocalS3.BUCKET, NOISY);
            assertThat(statusOf(() -> RasterDataset.open(source))).isEqualTo(403);
        }
        assertThat(s3.proxy().requests()).hasSize(1);
    }

    @Test
    void anEmptyObjectIsTheSdksException() {
        s3.put("empty.TIF", new byte[0]);
        assertThat(statusOf(() -> open("empty.TIF"))).isEqualTo(416);
    }

    @Test
    void anObjectReplacedBetweenHeadAndTilesIsDetected() {
        s3.put("changing.TIF", TEMPERATURE.bytes());
        try (RasterDataset raster = open("changing.TIF")) {
            s3.put("changing.TIF", LandsatShape.noisy(2).bytes());
            assertThat(statusOf(() -> raster.readInts(1, TWO_BY_TWO))).isEqualTo(412);
        }
    }

    @Test
    void aTruncatedObjectIsAnEndOfFile() {
        s3.put("truncated.TIF", Arrays.copyOf(TEMPERATURE.bytes(), 500_000));
        assertThat(catchThrowableOfType(GdalException.class, () -> read("truncated.TIF", TWO_BY_TWO)))
                .hasCauseInstanceOf(EOFException.class);
        assertThat(s3.proxy().requests()).as("the head").hasSize(1);
    }

    @Test
    void aTruncatedResponseIsRequestedAgain() {
        try (RasterDataset raster = open(NOISY)) {
            s3.proxy().cutAnswers(1);
            assertThat(raster.readInts(1, TWO_BY_TWO)).isEqualTo(TEMPERATURE.pixels(TWO_BY_TWO));
        }
        assertThat(s3.proxy().requests()).hasSize(4);
    }

    @Test
    void responsesThatAreAlwaysTruncatedFail() {
        try (RasterDataset raster = open(NOISY)) {
            s3.proxy().cutAnswers(1000);
            GdalException e = catchThrowableOfType(
                    GdalException.class, () -> raster.readInts(1, new Window(2600, 1600, 100, 100)));
            assertThat(e).hasCauseInstanceOf(SdkClientException.class).hasRootCauseInstanceOf(IOException.class);
            assertThat(e.gdalText()).isEmpty();
        }
        assertThat(s3.proxy().requests()).as("the head and four attempts").hasSize(5);
    }

    private static int statusOf(ThrowingCallable call) {
        GdalException e = catchThrowableOfType(GdalException.class, call);
        assertThat(e).hasCauseInstanceOf(S3Exception.class);
        return e.getCause() instanceof S3Exception answer ? answer.statusCode() : 0;
    }

    private static RasterDataset open(String key) {
        return RasterDataset.open(new S3ByteSource(client, LocalS3.BUCKET, key));
    }

    private static int[] read(String key, Window window) {
        try (RasterDataset raster = open(key)) {
            return raster.readInts(1, window);
        }
    }

    /** Records every address to which Java code of this process connects. */
    private static final class HostRecorder extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            HOSTS.add(uri.getHost());
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            HOSTS.add(uri.getHost());
        }
    }
}
