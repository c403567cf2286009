package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.heatwatch.api.Request;
import org.heatwatch.api.Response;
import org.heatwatch.cli.serve.StoreServer;
import org.heatwatch.ledger.SiteDefinition;
import org.heatwatch.site.SiteFile;
import org.heatwatch.store.LocalStore;
import org.heatwatch.store.StoreBusy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes use a store: any number read it, one at a time writes to it. */
final class SharedStoreTest {
    private static final Path OTHER = Installation.file("sites/mendoza.geojson");

    @TempDir
    private Path folder;

    @BeforeEach
    void makeStore() {
        Yard.in(folder);
    }

    private static Request get(String path) {
        return Request.encoded("GET", path, "", Map.of(), new byte[0], "http://127.0.0.1")
                .orElseThrow();
    }

    private static Request put(String path, String text, int replaced) {
        return Request.encoded(
                        "PUT",
                        path,
                        "replaces=" + replaced,
                        Map.of("Content-Type", "application/geo+json"),
                        text.getBytes(StandardCharsets.UTF_8),
                        "http://127.0.0.1")
                .orElseThrow();
    }

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private StoreServer server() {
        return new StoreServer(folder, fault -> {
            throw fault;
        });
    }

    @Test
    void aReaderWorksBesideAWriterAndSeesWhatItHasWritten() throws IOException {
        try (LocalStore writer = LocalStore.open(folder)) {
            assertThat(CommandLineRun.of("history", "--data", folder).code()).isZero();

            writer.ledger().putSite(SiteDefinition.first(Files.readString(OTHER), "a writer"));
            assertThat(writer.ledger().siteIds("", 10)).hasSize(2);

            try (LocalStore reader = LocalStore.read(folder)) {
                assertThat(reader.ledger().siteIds("", 10)).containsExactly("mendoza", "yard");
            }
        }
    }

    @Test
    void aSecondWriterIsRefused() {
        try (LocalStore _ = LocalStore.open(folder)) {
            assertThatThrownBy(() -> LocalStore.open(folder))
                    .isInstanceOf(StoreBusy.class)
                    .hasMessageContaining("another heatwatch process writes to this folder");
        }
    }

    @Test
    void whatAReaderWritesIsLost() throws IOException {
        try (LocalStore reader = LocalStore.read(folder)) {
            reader.ledger().putSite(SiteDefinition.first(Files.readString(OTHER), "a reader"));
        }
        try (LocalStore store = LocalStore.read(folder)) {
            assertThat(store.ledger().siteIds("", 10)).containsExactly(Yard.ID);
        }
    }

    @Test
    void commandsReadBesideAServerThatSavesDefinitions() throws IOException {
        String text = Files.readString(Yard.SITE).replace("\"Mill\"", "\"Old mill\"");
        try (StoreServer server = server()) {
            int version = SiteVersion.in(folder);
            assertThat(text(server.answer(get("/collections/facilities/items"))))
                    .doesNotContain("Old mill");

            Response saved = server.answer(put("/sites/yard.geojson", text, version));

            assertThat(saved.status()).isEqualTo(Response.OK);
            assertThat(text(server.answer(get("/collections/facilities/items"))))
                    .contains("Old mill");
            assertThat(CommandLineRun.of("history", "--data", folder).out()).contains("Old mill");
        }
    }

    @Test
    void aServerDoesNotSaveWhileAnotherProcessWrites() throws IOException {
        String text = Files.readString(Yard.SITE).replace("\"Mill\"", "\"Old mill\"");
        try (StoreServer server = server();
                LocalStore _ = LocalStore.open(folder)) {
            Response response = server.answer(put("/sites/yard.geojson", text, SiteVersion.in(folder)));

            assertThat(response.status()).isEqualTo(Response.UNAVAILABLE);
            assertThat(text(response)).contains("another heatwatch process writes");
        }
    }

    @Test
    void aPinnedClockAppliesToSimulatedSitesOnly() {
        try (LocalStore store = LocalStore.read(folder)) {
            assertThat(store.today(SiteFile.read(Yard.SITE))).isEqualTo(Yard.TODAY);
            assertThat(store.pinnedDay(SiteFile.read(OTHER))).isEmpty();
            assertThat(store.today(SiteFile.read(OTHER))).isAfter(LocalDate.of(2025, 1, 1));
        }
    }

    /** The current version of the definition. */
    private static final class SiteVersion {
        static int in(Path folder) {
            try (LocalStore store = LocalStore.read(folder)) {
                return store.ledger().site(Yard.ID).orElseThrow().version();
            }
        }
    }
}
