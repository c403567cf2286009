package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.errors.SourceUnavailable;
import org.heatwatch.gdal.Window;
import org.heatwatch.landsat.ProductId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3ArchiveIT {
    private static final ProductId T1 = ProductId.parse("LC08_L1TP_116034_20251104_20251118_02_T1");
    private static final ProductId L2 = ProductId.parse("LC08_L2SP_116034_20251104_20251119_02_T1");
    private static final ProductId EARLIER = ProductId.parse("LC08_L1TP_116034_20251019_20251019_02_RT");
    private static final ProductId GONE = ProductId.parse("LC08_L1TP_116034_20251104_20251104_02_RT");
    private static final LandsatShape BAND = LandsatShape.noisy(3);

    private static LocalS3 s3;

    @BeforeAll
    static void start() throws Exception {
        s3 = new LocalS3();
        put(T1, "MTL.json", "{}".getBytes(StandardCharsets.UTF_8));
        put(T1, "B10.TIF", BAND.bytes());
        put(T1, "QA_PIXEL.TIF", Arrays.copyOf(BAND.bytes(), 40_000));
        put(L2, "MTL.json", "{}".getBytes(StandardCharsets.UTF_8));
        put(EARLIER, "MTL.json", "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ProductId product, String suffix, byte[] bytes) {
        s3.put(product.keyPrefix() + product.fileName(suffix), bytes);
    }

    @AfterAll
    static void stop() throws Exception {
        s3.close();
    }

    @BeforeEach
    void forget() {
        s3.proxy().forget();
    }

    private static S3Archive archive(S3Client client) {
        return new S3Archive(client, LocalS3.BUCKET);
    }

    @Test
    void textIsReadWithOneRequesterPaysGet() {
        assertThat(archive(s3.client()).open(T1).text("MTL.json")).contains("{}");
        assertThat(s3.proxy().requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.headers()).containsEntry("x-amz-request-payer", "requester");
        });
    }

    @Test
    void ofAMetadataFileOfManyMegabytesOnlyTheFirstIsTransferred() {
        ProductId huge = ProductId.parse("LC09_L1TP_116034_20251112_20251112_02_T1");
        put(huge, "MTL.json", new byte[8_000_000]);
        assertThatThrownBy(() -> archive(s3.client()).open(huge).text("MTL.json"))
                .isInstanceOf(ProductUnreadable.class)
                .hasMessageContaining("has more than");
        assertThat(s3.proxy().bytesDown()).isLessThan(1_100_000);
    }

    @Test
    void aBandIsReadThroughTheArchive() {
        Window window = new Window(3000, 3000, 20, 20);
        try (BandRaster band = archive(s3.client()).open(T1).band("B10.TIF")) {
            assertThat(band.read(new PixelRectangle(3000, 3000, 20, 20))).isEqualTo(BAND.pixels(window));
        }
        assertThat(s3.proxy().requests()).noneMatch(request -> request.target().contains("list-type"));
    }

    @Test
    void theVersionOfAProductChangesWithItsFilesAndTakesOneListing() {
        ProductId changing = ProductId.parse("LC09_L1TP_116034_20251027_20251027_02_T1");
        assertThat(archive(s3.client()).version(changing)).isEmpty();
        put(changing, "MTL.json", "{}".getBytes(StandardCharsets.UTF_8));
        s3.proxy().forget();
        Optional<String> first = archive(s3.client()).version(changing);
        assertThat(first).isPresent();
        assertThat(s3.proxy().requests())
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).containsEntry("x-amz-request-payer", "requester"));
        assertThat(archive(s3.client()).version(changing)).isEqualTo(first);
        put(changing, "MTL.json", "[]".getBytes(StandardCharsets.UTF_8));
        Optional<String> replaced = archive(s3.client()).version(changing);
        assertThat(replaced).isPresent().isNotEqualTo(first);
        put(changing, "MTL.txt", "END".getBytes(StandardCharsets.UTF_8));
        assertThat(archive(s3.client()).version(changing)).isPresent().isNotEqualTo(replaced);
    }

    @Test
    void aMissingFileIsMissing() {
        ProductFiles gone = archive(s3.client()).open(GONE);
        assertThat(gone.text("MTL.json")).isEmpty();
        assertThatThrownBy(() -> gone.band("B10.TIF")).isInstanceOf(ProductMissing.class);
    }

    @Test
    void aTruncatedFileIsUnreadable() {
        assertThatThrownBy(() -> {
                    try (BandRaster band = archive(s3.client()).open(T1).band("QA_PIXEL.TIF")) {
                        band.read(new PixelRectangle(3000, 3000, 20, 20));
                    }
                })
                .isInstanceOf(ProductUnreadable.class);
    }

    @Test
    void theListHoldsTheProductsOfTheAcquisitionInBothLevels() {
        assertThat(archive(s3.client()).list(GONE.acquisition())).containsExactly(T1, L2);
        assertThat(s3.proxy().requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("x-amz-request-payer", "requester"));
    }

    @Test
    void aDeniedFileThatExistsIsDeniedAndOneThatDoesNotIsMissing() {
        S3Client refusing =
                failing(request -> request instanceof GetObjectRequest ? answer(403, "AccessDenied") : null);
        assertThatThrownBy(() -> archive(refusing).open(T1).text("MTL.json")).isInstanceOf(AccessDenied.class);
        assertThat(archive(refusing).open(GONE).text("MTL.json")).isEmpty();
        assertThatThrownBy(() -> archive(refusing).open(T1).band("B10.TIF")).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> archive(refusing).open(GONE).band("B10.TIF")).isInstanceOf(ProductMissing.class);
    }

    @Test
    void aDeniedListingIsDenied() {
        S3Client refusing =
                failing(request -> request instanceof GetObjectRequest || request instanceof ListObjectsV2Request
                        ? answer(403, "AccessDenied")
                        : null);
        assertThatThrownBy(() -> archive(refusing).list(T1.acquisition())).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> archive(refusing).open(T1).text("MTL.json")).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aWrongSecretIsDenied() {
        assertThatThrownBy(() -> archive(s3.clientWithWrongSecret()).open(T1).text("MTL.json"))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void aServerErrorIsUnavailable() {
        S3Client slow = failing(_ -> answer(503, "SlowDown"));
        assertThatThrownBy(() -> archive(slow).open(T1).text("MTL.json")).isInstanceOf(SourceUnavailable.class);
        assertThatThrownBy(() -> archive(slow).open(T1).band("B10.TIF")).isInstanceOf(SourceUnavailable.class);
        assertThatThrownBy(() -> archive(slow).list(T1.acquisition())).isInstanceOf(SourceUnavailable.class);
    }

    @Test
    void clipsAreReadAsTheyWereWritten() {
        S3ClipStore clips = new S3ClipStore(s3.directClient(), LocalS3.BUCKET);
        byte[] bytes = {1, 2, 3};
        clips.put("clips/small/2025-11-04/a-1.tif", bytes);
        clips.put("clips/small/2025-11-04/a-1.tif", bytes);
        assertThat(clips.get("clips/small/2025-11-04/a-1.tif").orElseThrow()).isEqualTo(bytes);
        assertThat(clips.get("clips/small/2025-11-04/b-1.tif")).isEmpty();
    }

    private static S3Client failing(Function<SdkRequest, @Nullable RuntimeException> failure) {
        return s3.client(new ExecutionInterceptor() {
            @Override
            public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
                RuntimeException thrown = failure.apply(context.request());
                if (thrown != null) {
                    throw thrown;
                }
                return context.request();
            }
        });
    }

    private static RuntimeException answer(int status, String code) {
        return S3Exception.builder()
                .message(code)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
