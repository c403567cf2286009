package org.heatwatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.landsat.WrsScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NotificationReaderTest {
    private static final String ID = "LC08_L1TP_153031_20220523_20220523_02_RT";
    private static final String LOCATION =
            "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2022/153/031/" + ID + "/";
    private static final String INNER =
            "{\"landsat_product_id\": \"" + ID + "\", \"s3_location\": \"" + LOCATION + "\"}";

    private final NotificationReader reader = new NotificationReader("usgs-landsat", new WrsScene(153, 31)::equals);

    /** What is remembered about the path and row may be older than the site that our message names. */
    @Test
    void aMessageThatNamesASiteIsNotJudgedByThePathAndRow() {
        String body = """
                {"landsat_product_id": "LC08_L1TP_116034_20251104_20251104_02_T1", %s
                 "s3_location": "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2025/116/034/\
                LC08_L1TP_116034_20251104_20251104_02_T1/"}""";

        assertThat(reader.read(body.formatted(""))).singleElement().isInstanceOf(NotificationResult.NotOurs.class);
        assertThat(reader.read(body.formatted("\"site\": \"kaesong\",")))
                .singleElement()
                .isInstanceOf(Notification.Published.class);
    }

    @Test
    void aRawMessageIsParsed() {
        assertThat(reader.read(INNER)).containsExactly(published());
    }

    @Test
    void aByteOrderMarkAndLineEndsOfWindowsAreIgnored() throws Exception {
        String windows = "\uFEFF" + INNER.replace(",", ",\r\n") + "\r\n";

        assertThat(reader.read(windows)).containsExactly(published());
        assertThat(reader.read(json(Map.of("Type", "Notification", "Message", windows))))
                .containsExactly(published());
    }

    @Test
    void anSnsEnvelopeIsParsedWithoutSubjectOrAttributes() throws Exception {
        assertThat(reader.read(json(Map.of("Type", "Notification", "Message", INNER))))
                .containsExactly(published());
    }

    @Test
    void theEventOfADirectSubscriptionIsParsed() throws Exception {
        Map<String, Object> sns = Map.of("Message", INNER, "Subject", "New C2 Product Added");
        assertThat(reader.read(json(Map.of("Records", List.of(Map.of("Sns", sns))))))
                .containsExactly(published());
    }

    @Test
    void eachRecordOfAnEventIsASeparateNotification() throws Exception {
        Map<String, Object> event = Map.of(
                "Records",
                List.of(Map.of("Sns", Map.of("Message", "no JSON")), Map.of("Sns", Map.of("Message", INNER))));
        assertThat(reader.read(json(event))).hasSize(2).first().isInstanceOf(NotificationResult.Refused.class);
        assertThat(reader.read(json(event))).last().isEqualTo(published());
    }

    @Test
    void whiteSpaceAndAdditionalKeysAreIgnored() {
        String body = "\n{ \"new\" : [1],\t\"s3_location\":\"" + LOCATION + "\" ,\n \"landsat_product_id\":\"" + ID
                + "\" }  ";
        assertThat(reader.read(body)).containsExactly(published());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2022/153/031/" + ID,
                "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2022/153/31/" + ID + "/",
                "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2022/153/31/" + ID,
            })
    void aTrailingSlashAndLeadingZerosAreOptional(String location) {
        assertThat(reader.read(notification(ID, location))).containsExactly(published());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://other-bucket/collection02/level-1/standard/oli-tirs/2022/153/031/" + ID + "/",
                "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2022/153/032/" + ID + "/",
                "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2021/153/031/" + ID + "/",
                "s3://usgs-landsat/collection02/level-2/standard/oli-tirs/2022/153/031/" + ID + "/",
                "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2022/153/031/../031/" + ID + "/",
                "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2022/153/031/"
                        + "LC08_L1TP_153031_20220523_20220523_02_T1/",
                "https://usgs-landsat/collection02/level-1/standard/oli-tirs/2022/153/031/" + ID + "/",
                "s3://usgs-landsat/collection02/level-1/standard/oli-tirs/2022/153/031/" + ID + "//",
                "",
            })
    void aLocationThatDoesNotMatchTheIdIsRefused(String location) {
        assertThat(reader.read(notification(ID, location)))
                .singleElement()
                .isInstanceOf(NotificationResult.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"Records\": []}",
                "{\"Records\": [{}]}",
                "{\"Message\": \"{}\"}",
                "{\"Message\": 7}",
                "{\"landsat_product_id\": \"" + ID + "\"}",
                "{\"landsat_product_id\": 8, \"s3_location\": \"x\"}",
                "{\"landsat_product_id\": \"LC08_L1TP\", \"s3_location\": \"x\"}",
                INNER + INNER,
                "{\"landsat_product_id\": \"a\", \"landsat_product_id\": \"" + ID + "\", \"s3_location\": \"" + LOCATION
                        + "\"}",
            })
    void anUnreadableBodyIsRefused(String body) {
        assertThat(reader.read(body)).singleElement().isInstanceOf(NotificationResult.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "LE07_L1TP_153031_20220523_20220523_02_RT, neither Landsat 8 nor Landsat 9",
        "LC08_L1TP_153032_20220523_20220523_02_RT, path/row 153032 is not watched",
        "LC08_L1TP_153031_20220523_20220523_01_RT, other collection",
    })
    void unwatchedProductsAreNotOurs(String id, String reason) {
        assertThat(reader.read(notification(id, LOCATION)))
                .singleElement()
                .satisfies(notification -> assertThat(notification.toString())
                        .startsWith("NotOurs")
                        .contains(reason));
    }

    @Test
    void anUnusableProductOfAWatchedPathAndRowIsPublishedSoThatItsOutcomeIsRecorded() {
        String id = "LC08_L2SR_153031_20220523_20220601_02_T1";
        String location = "s3://usgs-landsat/" + ProductId.parse(id).keyPrefix();
        assertThat(reader.read(notification(id, location)))
                .containsExactly(new Notification.Published(ProductId.parse(id), Optional.empty()));
    }

    @Test
    void aMessageOfOurOwnNamesTheSite() {
        String location = "s3://usgs-landsat/" + ProductId.parse(ID).keyPrefix();
        String message = notification(ID, location);
        assertThat(reader.read(message.replace("}", ", \"site\": \"here\"}")))
                .containsExactly(new Notification.Published(ProductId.parse(ID), Optional.of("here")));
        assertThat(reader.read(message.replace("}", ", \"site\": 3}")))
                .singleElement()
                .isInstanceOf(NotificationResult.Refused.class);
    }

    private static Notification published() {
        return new Notification.Published(ProductId.parse(ID), Optional.empty());
    }

    private static String notification(String id, String location) {
        return "{\"landsat_product_id\": \"" + id + "\", \"s3_location\": \"" + location + "\"}";
    }

    private static String json(Object value) throws Exception {
        return JsonMapper.builder().build().writeValueAsString(value);
    }
}
