package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heatwatch.ledger.Definitions;
import org.heatwatch.store.LocalStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that add, change, list and remove the sites of a store. */
final class SitesCommandsTest {
    @TempDir
    private Path folder;

    private Path data;
    private String kaesong;

    @BeforeEach
    void prepare() throws IOException {
        data = folder.resolve("data");
        kaesong = Files.readString(Installation.file("sites/kaesong.geojson"));
    }

    private Path file(String id, String text) throws IOException {
        return Files.writeString(
                folder.resolve(id + ".geojson"), text.replace("\"id\": \"kaesong\"", "\"id\": \"%s\"".formatted(id)));
    }

    private CommandLineRun sites(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = "sites";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data";
        all[arguments.length + 2] = data;
        return CommandLineRun.of(all);
    }

    @Test
    void aSiteIsAddedChangedListedAndRemoved() throws IOException {
        Path works = file("works", kaesong);
        CommandLineRun added = sites("add", works);
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out())
                .contains("works (Kaesong Industrial Complex): version 1 added to ", "116/034 day, 213/210 night")
                .contains("heatwatch backfill --site");
        assertThat(sites("add", works).err()).contains("site works is watched by", "heatwatch sites update");
        assertThat(sites("update", works).out()).contains("is the current version");
        Files.writeString(works, Files.readString(works).replace("Industrial Complex", "Works"));
        assertThat(sites("update", works).out()).contains("works (Kaesong Works): version 2 saved in");
        assertThat(sites("list").out()).contains("works", "Kaesong Works", "116/034 day, 213/210 night");
        assertThat(sites("remove", "works", "--yes").out()).contains("no longer watched", "its data are kept");
        assertThat(sites("list").out()).contains("no sites");
        assertThat(sites("remove", "works", "--yes").err()).contains("has no such site");
        assertThat(sites("add", works).out()).contains("version 3 added");
        CommandLineRun deleted = sites("remove", "works", "--delete-data", "--yes");
        assertThat(deleted.out()).contains("its data are deleted");
        assertThat(sites("update", works).err()).contains("is not watched by", "heatwatch sites add");
    }

    @Test
    void listsArePagedAndJsonNamesEachSite() throws IOException {
        for (String id : List.of("c", "a", "b")) {
            sites("add", file(id, kaesong));
        }
        CommandLineRun first = sites("list", "--limit", "2");
        assertThat(first.out()).contains("continue with --after b");
        assertThat(sites("list", "--limit", "2", "--after", "b", "--format", "json")
                        .json()
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("c");
        assertThat(sites("list", "--limit", "0").code()).isEqualTo(HeatWatch.USAGE);
    }

    @Test
    void sitesOfAnySizeAreAddedAndUsed() throws IOException {
        for (int buildings : new int[] {900, 2500, 5000}) {
            Path large = file("large-" + buildings, Definitions.withBuildings(kaesong, buildings));
            assertThat(Files.size(large)).isGreaterThan(500_000);
            CommandLineRun added = sites("add", large);
            assertThat(added.code()).as(added.err()).isZero();
        }
        try (LocalStore store = LocalStore.open(data)) {
            assertThat(store.ledger().sites(store.ledger().siteIds()).unreadable())
                    .isEmpty();
            assertThat(store.ledger().site("large-5000").orElseThrow().site().features())
                    .hasSizeGreaterThan(5000);
        }
        CommandLineRun history = CommandLineRun.of("history", "--site", "large-5000", "--data", data);
        assertThat(history.code()).as(history.err()).isZero();
    }
}
