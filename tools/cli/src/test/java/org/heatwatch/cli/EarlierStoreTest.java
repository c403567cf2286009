package org.heatwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output of commands for a store that an earlier version wrote. */
final class EarlierStoreTest {

    @Test
    void stateChangesHaveReasonsEvenIfNoneWerePublished(@TempDir Path folder) {
        Yard.in(folder);
        CommandLineRun run = CommandLineRun.of("history", "mill", "--data", folder);
        assertThat(run.code()).as(run.err()).isZero();
        List<String> changes = run.out()
                .lines()
                .dropWhile(line -> !line.matches("date +change +reason"))
                .skip(1)
                .toList();
        assertThat(changes).isNotEmpty().allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d +\\w+ -> \\w+ +\\w.*"));
    }
}
