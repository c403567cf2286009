package org.heatwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heatwatch.mail.Outbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other programs open. */
final class ExportFilesTest {
    private static final Sources SOURCES =
            new KnownSite("here", "Factory", 3).publish(12).sources();

    private static byte[] exported(Export.Format format) {
        return exported(Export.Collection.FACILITIES, format);
    }

    private static byte[] exported(Export.Collection collection, Export.Format format) {
        Outbox outbox = SOURCES.outbox();
        PublishedSite site = PublishedSite.last("here", SOURCES.ledger(), outbox, SOURCES.histories())
                .orElseThrow();
        return Export.of(site, outbox, collection, format);
    }

    @Test
    void kmlIsXmlAndKmzIsAZipFileWithTheSame() throws Exception {
        byte[] kml = exported(Export.Format.KML);

        assertThat(DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(kml))
                        .getDocumentElement()
                        .getLocalName())
                .isEqualTo("kml");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(exported(Export.Format.KMZ)))) {
            assertThat(zip.getNextEntry()).isNotNull();
            assertThat(zip.readAllBytes()).isEqualTo(kml);
        }
    }

    @Test
    void theBalloonOfAnObservationSaysFirstThatNothingWasObserved() {
        String kml = new String(exported(Export.Collection.OBSERVATIONS, Export.Format.KML), StandardCharsets.UTF_8);

        assertThat(kml)
                .contains(
                        KmlDescription.SIMULATED + "\nnot observed: hidden by cloud\nstate after the pass: ON\ntime: ")
                .containsPattern("state after the pass: ON\nexcess: \\+\\d\\.\\d ± 0\\.9 K\nscore: ")
                .doesNotContain("caveats: hidden by cloud");
    }

    @Test
    void theBalloonOfAFacilityHasItsCaveats() {
        Row row = new Row(
                "here:factory-1",
                new FacilityCollection(),
                Place.at(126.6, 37.9),
                TimeSpan.at(Instant.EPOCH),
                "Factory 1",
                Map.of(
                        "state",
                        "ON",
                        "effectiveKelvin",
                        3.21,
                        "effectiveStandardError",
                        0.8,
                        "provisional",
                        true,
                        "placeholder",
                        true,
                        "flags",
                        List.of("snow", "smoke")),
                List.of(),
                Map.of());

        assertThat(KmlDescription.of(row).lines())
                .containsExactly(
                        "state: ON",
                        "excess: +3.2 ± 0.8 K",
                        "provisional: a later product may change the values",
                        "placeholder: the place exists, but its location is unknown",
                        "caveats: snow; smoke",
                        "time: 1970-01-01T00:00:00Z");
    }

    @Test
    void spreadsheetsGetAByteOrderMarkAndTimesThatTheyRecognise() {
        String csv = Csv.forSpreadsheets("id,datetime,name\r\na,2025-11-04T02:11:11.764Z,at 2025-11-04T02:11:11Z\r\n");

        assertThat(csv).isEqualTo("\uFEFFid,datetime,name\r\na,2025-11-04 02:11:11,at 2025-11-04T02:11:11Z\r\n");
    }

    @Test
    void kmlHasOnlyCharactersOfXml() {
        assertThat(FeatureKml.clean("a\u0000b\uFFFEc\uD800d\uD83C\uDFEDe")).isEqualTo("abcd\uD83C\uDFEDe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "\rx"})
    void aTextThatASpreadsheetWouldRunIsATextInCsv(String text) {
        String csv = Csv.text(List.of("name", "all"), List.of(Arrays.asList(text, List.of(text, "b"))));

        assertThat(csv).contains("'" + text).doesNotContain("\n" + text, "," + text, "\"" + text);
    }

    @Test
    void numbersAndOtherTextsAreAsTheyAreInCsv() {
        assertThat(Csv.text(List.of("a", "b", "c"), List.of(Arrays.asList(-1.5, "plain - text", null))))
                .isEqualTo("a,b,c\r\n-1.5,plain - text,\r\n");
        assertThat(new String(exported(Export.Format.CSV), StandardCharsets.UTF_8))
                .doesNotContain("'");
    }
}
