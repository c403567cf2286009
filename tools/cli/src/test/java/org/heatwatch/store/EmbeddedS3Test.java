package org.heatwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The server on its random port, as another user of the machine can reach it. */
final class EmbeddedS3Test {
    @TempDir
    private Path folder;

    private static void assertClosed(EmbeddedS3 s3, String bucket, String key) throws Exception {
        URI endpoint =
                s3.client().serviceClientConfiguration().endpointOverride().orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {
                "/", "/" + bucket, "/" + bucket + "?list-type=2", "/" + bucket + "/" + key, "/" + bucket + "?acl"
            }) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(endpoint.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(403);
                assertThat(answer.body()).as(path).doesNotContain(key);
            }
            HttpResponse<String> put = client.send(
                    HttpRequest.newBuilder(endpoint.resolve("/" + bucket + "/other"))
                            .PUT(HttpRequest.BodyPublishers.ofString("x"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(put.statusCode()).isEqualTo(403);
        }
        assertThat(s3.client().listObjectsV2(request -> request.bucket(bucket)).contents())
                .anyMatch(object -> object.key().equals(key));
    }

    private Path readableByEverybody(String bucket) throws Exception {
        Path folderOfBucket = Files.createDirectories(folder.resolve(bucket));
        Path file = Files.writeString(folderOfBucket.resolve("clip.tif"), "clip");
        Files.setPosixFilePermissions(folderOfBucket, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return folderOfBucket;
    }

    @Test
    void clipsAreNotListedOrReadWithoutCredentials() throws Exception {
        readableByEverybody("clips");
        try (EmbeddedS3 s3 = EmbeddedS3.of(folder)) {
            assertClosed(s3, "clips", "clip.tif");
        }
    }

    @Test
    void anArchiveIsNotReadWithoutCredentials() throws Exception {
        try (EmbeddedS3 s3 = EmbeddedS3.readOnly("archive", readableByEverybody("products"))) {
            assertClosed(s3, "archive", "clip.tif");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInAnArchiveIsNoObject() throws Exception {
        Path products = readableByEverybody("products");
        assertThat(new ProcessBuilder("mkfifo", products.resolve("MTL.json").toString())
                        .start()
                        .waitFor())
                .isZero();
        try (EmbeddedS3 s3 = EmbeddedS3.readOnly("archive", products)) {
            assertThatThrownBy(() -> s3.client()
                            .getObjectAsBytes(
                                    request -> request.bucket("archive").key("MTL.json")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
        }
    }
}
