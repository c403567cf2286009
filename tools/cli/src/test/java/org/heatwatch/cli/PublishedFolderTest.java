package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.heatwatch.cli.output.CommandFailure;
import org.heatwatch.cli.output.PublishedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a later run into the same folder removes. */
final class PublishedFolderTest {
    private static final byte[] BYTES = {1};

    @TempDir
    private Path parent;

    private static void publish(Path folder, String... files) throws IOException {
        PublishedFolder published = PublishedFolder.of(folder);
        for (String file : files) {
            published.write(file, BYTES);
        }
        published.finish();
    }

    @Test
    void theFolderOfAnInterruptedRunIsWrittenAgainWithoutItsStaleFiles() throws IOException {
        Path folder = parent.resolve("page");
        publish(folder, "index.html", "old.json");
        PublishedFolder interrupted = PublishedFolder.of(folder);
        interrupted.write("index.html", BYTES);
        interrupted.write("heatmaps/half.json", BYTES);

        publish(folder, "index.html");

        assertThat(folder.resolve("index.html")).exists();
        assertThat(folder.resolve("old.json")).doesNotExist();
        assertThat(folder.resolve("heatmaps/half.json")).doesNotExist();
        assertThat(folder.resolve("published-files.txt")).hasContent("index.html");
    }

    @Test
    void aNewFolderWhoseFirstRunWasInterruptedIsAccepted() throws IOException {
        Path folder = parent.resolve("page");
        PublishedFolder.of(folder).write("charts/a.svg", BYTES);

        publish(folder, "index.html");

        assertThat(folder.resolve("charts/a.svg")).doesNotExist();
    }

    /** In a zip file, because the working folder of a test is not empty; that of a zip file is its root. */
    @Test
    void staleFilesOfTheWorkingFolderAreRemoved() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(parent.resolve("page.zip"), Map.of("create", "true"))) {
            Path working = zip.getPath(".");
            publish(working, "index.html", "charts/a.svg");
            publish(working, "index.html");

            assertThat(Files.exists(zip.getPath("/charts/a.svg"))).isFalse();
            assertThat(Files.exists(zip.getPath("/index.html"))).isTrue();
        }
    }

    @Test
    void foldersAndFilesOutsideAreKept() throws IOException {
        Path folder = parent.resolve("page");
        publish(folder, "index.html", "a.json");
        Files.delete(folder.resolve("a.json"));
        Files.createDirectory(folder.resolve("a.json"));
        Files.writeString(folder.resolve("a.json/notes.txt"), "");
        Files.writeString(parent.resolve("other.txt"), "");
        Files.writeString(folder.resolve("published-files.txt"), "index.html\na.json\n../other.txt\n./index.html\n");

        publish(folder, "index.html");

        assertThat(folder.resolve("a.json/notes.txt")).exists();
        assertThat(parent.resolve("other.txt")).exists();
        assertThat(folder.resolve("index.html")).exists();
        assertThatThrownBy(() -> PublishedFolder.of(parent)).isInstanceOf(CommandFailure.class);
    }
}
