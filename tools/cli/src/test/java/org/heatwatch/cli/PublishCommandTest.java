package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing a site from a local store. */
final class PublishCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theFilesOfAnEarlierRunAreReplacedAndOthersAreKept() throws IOException {
        Path data = Yard.in(folder.resolve("data"));
        Path page = folder.resolve("page");
        CommandLineRun first = CommandLineRun.of("publish", page, "--data", data, "--address", "https://example.org/a");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("index.html").containsPattern("as of \\d{4}-\\d\\d-\\d\\d, \\d+ files");
        assertThat(page.resolve("index.html")).content().contains("https://example.org/a/card.png");
        assertThat(page.resolve("alerts.atom")).content().contains("https://example.org/a/alerts.atom");
        assertThat(page.resolve("card.png")).isNotEmptyFile();
        assertThat(page.resolve("collections/observations.csv")).isNotEmptyFile();

        Path list = page.resolve("published-files.txt");
        Files.writeString(page.resolve("old.json"), "{}");
        Files.writeString(page.resolve("robots.txt"), "");
        Files.writeString(list, Files.readString(list) + "old.json\n../data\n");
        CommandLineRun second = CommandLineRun.of("publish", page, "--data", data);
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(page.resolve("old.json")).doesNotExist();
        assertThat(page.resolve("robots.txt")).exists();
        assertThat(data).isDirectory();
    }

    @Test
    void aDefinitionThatIsNotRecordedIsNotPublished() throws IOException {
        Path data = Yard.in(folder.resolve("data"));
        CommandLineRun first = CommandLineRun.of("publish", folder.resolve("page"), "--data", data);
        assertThat(first.code()).as(first.err()).isZero();
        Path definition;
        try (Stream<Path> sites = Files.list(folder.resolve("page/sites"))) {
            definition = sites.findFirst().orElseThrow();
        }
        Path edited = folder.resolve("edited.geojson");
        Files.writeString(
                edited, Files.readString(definition).replaceFirst("\"name\"\\s*:\\s*\"", "\"name\": \"Edited "));

        CommandLineRun refused =
                CommandLineRun.of("publish", folder.resolve("other"), "--data", data, "--site", edited);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("the definition is not recorded").contains("sites update");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void otherFoldersAndAddressesAreRefused() throws IOException {
        Path data = Yard.in(folder.resolve("data"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("thesis.txt"), "");
        CommandLineRun refused = CommandLineRun.of("publish", other, "--data", data);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("has files that publish did not write; give a new or an empty folder");
        CommandLineRun misused =
                CommandLineRun.of("publish", folder.resolve("new"), "--data", data, "--address", "a b");
        assertThat(misused.code()).isEqualTo(2);
        assertThat(misused.err()).contains("must be an address such as https://example.org/kaesong/");
    }
}
