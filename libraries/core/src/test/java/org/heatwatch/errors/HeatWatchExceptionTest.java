package org.heatwatch.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HeatWatchExceptionTest {

    @Test
    void aMessageHasSubjectProblemAndAdvice() {
        IOException cause = new IOException("reset");
        assertThat(new SourceUnavailable("s3://usgs-landsat", "no answer", "try again later", cause))
                .hasMessage("s3://usgs-landsat: no answer; try again later")
                .hasCause(cause);
    }

    @Test
    void aMessageIsOneLine() {
        assertThat(new ProductUnreadable("a.tif", "not a TIFF:\n  <html>\r\n", "fetch it again"))
                .hasMessage("a.tif: not a TIFF: <html> ; fetch it again");
    }

    @Test
    void onlyTemporaryFailuresAreRetried() {
        assertThat(Stream.of(
                                new ProductMissing("a", "b", "c"),
                                new ProductUnreadable("a", "b", "c"),
                                new SourceUnavailable("a", "b", "c"),
                                new LedgerConflict("a", "b", "c"))
                        .allMatch(HeatWatchException::retryHelps))
                .isTrue();
        assertThat(Stream.of(
                                new BadNotification("a", "b", "c"),
                                new AccessDenied("a", "b", "c"),
                                new BadSite("a", List.of(new SiteDefect("a", "b", "c"))))
                        .noneMatch(HeatWatchException::retryHelps))
                .isTrue();
    }

    @Test
    void anInvalidSiteHasADefect() {
        assertThatThrownBy(() -> new BadSite("a", List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
