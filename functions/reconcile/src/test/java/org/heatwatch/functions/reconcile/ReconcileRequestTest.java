package org.heatwatch.functions.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.reconcile.ArchiveDays;
import org.junit.jupiter.api.Test;

final class ReconcileRequestTest {

    @Test
    void aRequestHasADepthAndOptionallyDays() {
        assertThat(ReconcileRequest.parse(Map.of("depth", "light")))
                .isEqualTo(new ReconcileRequest(false, Optional.empty(), Optional.empty(), false));
        assertThat(ReconcileRequest.parse(Map.of("depth", "full")))
                .isEqualTo(new ReconcileRequest(true, Optional.empty(), Optional.empty(), false));
        assertThat(ReconcileRequest.parse(Map.of("depth", "full", "from", "2025-01-01", "to", "2025-03-31")))
                .isEqualTo(new ReconcileRequest(
                        true,
                        Optional.of(new ArchiveDays(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31))),
                        Optional.empty(),
                        false));
    }

    @Test
    void theMessageForASiteHasTheDepthAndDaysOfTheRun() {
        Map<String, String> run = Map.of("depth", "full", "from", "2025-01-01", "to", "2025-03-31", "by", "messages");
        ReconcileRequest request = ReconcileRequest.parse(run);
        assertThat(request.byMessages()).isTrue();
        Map<String, String> members = request.members();
        assertThat(members).containsOnlyKeys("depth", "from", "to");
        members.put("site", "here");
        assertThat(ReconcileRequest.parse(members))
                .isEqualTo(new ReconcileRequest(true, request.days(), Optional.of("here"), false));
    }

    @Test
    void anInvalidRequestIsRejectedWithTheMember() {
        assertThatThrownBy(() -> ReconcileRequest.parse(Map.of())).hasMessageContaining("depth is 'null'");
        assertThatThrownBy(() -> ReconcileRequest.parse(Map.of("depth", "deep")))
                .hasMessageContaining("depth is 'deep'");
        assertThatThrownBy(() -> ReconcileRequest.parse(Map.of("depth", "full", "from", "2025-01-01")))
                .hasMessageContaining("from and to");
        assertThatThrownBy(
                        () -> ReconcileRequest.parse(Map.of("depth", "full", "from", "yesterday", "to", "2025-01-01")))
                .hasMessageContaining("from is 'yesterday'");
    }
}
