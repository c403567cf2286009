package org.heatwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries of the local store, and what it leaves on the disk. */
final class LocalClassPathTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.mockito.Mockito",
                "org.joda.time.DateTime",
                "org.apache.http.client.HttpClient",
                "org.apache.logging.log4j.core.Logger",
                "com.amazonaws.services.s3.AmazonS3"
            })
    void oldLibrariesAreNotOnTheClassPath(String name) {
        try (LocalStore store = LocalStore.open(folder.resolve("data"))) {
            assertThat(store.ledger().siteIds("", 10)).isEmpty();
            assertThat(store.clips().get("missing")).isEmpty();
        }
        assertThat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)))
                .noneMatch(entry -> entry.contains("log4j-core") || entry.contains("mockito"));
        assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
                .isNull();
    }

    @Test
    void aDamagedDatabaseIsNamedInOneLine() throws IOException {
        Path data = folder.resolve("data");
        LocalStore.open(data).close();
        Path file = data.resolve("dynamodb").resolve("heatwatch.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 4096, (byte) 7);
        Files.write(file, bytes);
        for (int turn = 0; turn < 2; turn++) {
            assertThatThrownBy(() -> LocalStore.open(data))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("heatwatch.db: cannot be read or written")
                    .hasMessageContaining("give another --data DIR")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        }
    }

    @Test
    void copiesOfTheNativeLibraryThatAKilledProcessLeftAreDeleted() throws IOException {
        Path old = Files.writeString(folder.resolve("sqlite-392-0-libsqlite4java.so"), "");
        Path young = Files.writeString(folder.resolve("sqlite-392-1-libsqlite4java.so"), "");
        Path other = Files.writeString(folder.resolve("other.so"), "");
        for (Path file : new Path[] {old, other}) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
        NativeCopies.deleteOld(folder);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
    }
}
