package org.heatwatch.gdal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeLibraryTest {
    @TempDir
    Path root;

    @Test
    void oneLibraryIsLoadedAndReportsItsVersion() {
        NativeLibrary library = NativeLibrary.get();
        assertThat(library).isSameAs(NativeLibrary.get());
        assertThat(library.version()).matches("3\\.\\d+\\.\\d+");
        assertThat(library.path()).exists();
        assertThat(library)
                .hasToString("GDAL " + library.version() + " from " + library.path() + " (" + library.source() + ")");
        assertThat(library.isAtLeast(3, 6)).isTrue();
        assertThat(library.isAtLeast(4, 0)).isFalse();
    }

    @Test
    void theLibraryOfALambdaLayerPrecedesThatOfTheProjectAndOfTheSystem() throws IOException {
        Path system = create("usr/lib/x86_64-linux-gnu/libgdal.so.32");
        Path layer = create("opt/lib/libgdal-253d08a6.so.38.3.12.4");
        Path natives = create("natives/x86_64/lib/libgdal-253d08a6.so.38.3.12.4");
        create("natives/aarch64/lib/libgdal-8aa8b828.so.38.3.12.4");
        create("usr/lib/x86_64-linux-gnu/libgdalutils.so.1");
        assertThat(search(null).candidates())
                .containsExactly(
                        new LibrarySearch.Candidate(NativeLibrary.Source.LAMBDA_LAYER, layer),
                        new LibrarySearch.Candidate(NativeLibrary.Source.PROJECT_NATIVES, natives),
                        new LibrarySearch.Candidate(NativeLibrary.Source.SYSTEM, system));
    }

    @Test
    void theHomebrewLibraryIsFoundOnAMac() throws IOException {
        Path homebrew = create("opt/homebrew/lib/libgdal.38.dylib");
        assertThat(new LibrarySearch(null, null, "Mac OS X", "aarch64", root).candidates())
                .containsExactly(new LibrarySearch.Candidate(NativeLibrary.Source.SYSTEM, homebrew));
    }

    @Test
    void aConfiguredLibraryIsTheOnlyOneTried() throws IOException {
        create("opt/lib/libgdal.so");
        assertThat(search("/somewhere/mine.so").candidates())
                .containsExactly(
                        new LibrarySearch.Candidate(NativeLibrary.Source.EXPLICIT, Path.of("/somewhere/mine.so")));
        assertThatThrownBy(() -> NativeLibrary.load(search("/somewhere/mine.so")))
                .isInstanceOf(GdalException.class)
                .hasMessage(
                        "The GDAL library /somewhere/mine.so, set by heatwatch.gdal.library or HEATWATCH_GDAL_LIBRARY,"
                                + " is not a file");
    }

    @Test
    void aFileThatIsNotALibraryIsNamed() throws IOException {
        Path text = create("libgdal.so");
        assertThatThrownBy(() -> NativeLibrary.load(search(text.toString())))
                .isInstanceOf(GdalException.class)
                .hasMessageContaining(text.toString())
                .hasMessageContaining("is not a library");
    }

    @Test
    void untestedVersionsAreRejected() {
        NativeLibrary.requireTested("libgdal.so", 3_060_200);
        NativeLibrary.requireTested("libgdal.so", 3_120_400);
        assertThatThrownBy(() -> NativeLibrary.requireTested("libgdal.so", 3_050_300))
                .isInstanceOf(GdalException.class)
                .hasMessage("libgdal.so is GDAL 3.5.3, but 3.6 or newer and below 4 is needed");
        assertThatThrownBy(() -> NativeLibrary.requireTested("libgdal.so", 4_000_000))
                .isInstanceOf(GdalException.class);
    }

    @Test
    void withoutALibraryTheMessageListsRemedies() throws IOException {
        Path broken = create("usr/lib64/libgdal.so.30");
        assertThatThrownBy(() -> NativeLibrary.load(search(null)))
                .isInstanceOf(GdalException.class)
                .hasMessageStartingWith(
                        "No GDAL library (3.6 or newer, below 4) can be used. " + broken + " is not a library.")
                .hasMessageContaining("fetch-natives")
                .hasMessageContaining("Debian: libgdal-dev");
    }

    private LibrarySearch search(@Nullable String explicit) {
        return new LibrarySearch(explicit, root.resolve("natives").toString(), "Linux", "amd64", root);
    }

    private Path create(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "no library");
    }
}
