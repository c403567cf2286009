package org.heatwatch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.heatwatch.errors.BadSite;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.site.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class TextFileTest {
    @TempDir
    private Path folder;

    private String reason(Path file) {
        return FileProblem.of(catchThrowableOfType(IOException.class, () -> TextFile.read(file, 10)));
    }

    @Test
    void aFileIsReadUpToItsSize() throws IOException {
        assertThat(TextFile.read(Files.writeString(folder.resolve("a"), "0123456789"), 10))
                .isEqualTo("0123456789");
        assertThat(reason(Files.writeString(folder.resolve("b"), "0123456789+")))
                .contains("larger than");
    }

    @Test
    void whatIsNoTextIsNamed() throws IOException {
        assertThat(reason(Files.write(folder.resolve("a"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("is not text in UTF-8");
        assertThat(reason(folder)).isEqualTo("is a folder");
        assertThat(reason(folder.resolve("missing"))).isEqualTo("no such file or folder");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeOrDeviceThatNeverEndsIsNotRead() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(Duration.ofSeconds(10)))
                .isTrue();
        for (Path endless : new Path[] {pipe, Path.of("/dev/zero")}) {
            assertThat(reason(endless)).isEqualTo("is a pipe or device, not a file");
            assertThatThrownBy(() -> SiteFile.read(endless))
                    .isInstanceOf(BadSite.class)
                    .hasMessageContaining("is a pipe or device, not a file");
        }
    }
}
