package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.heatwatch.announce.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailKeyTest {

    @Test
    void aMailKeyIsReadFromTheKeysOfAMail() {
        assertThat(MailKey.parse("mail#kaesong", "activity#4d03cb"))
                .contains(new MailKey("kaesong", Kind.ACTIVITY, "4d03cb"));
    }

    @ParameterizedTest
    @CsvSource({
        "site#kaesong, latest",
        "undelivered#kaesong, activity#4d03cb",
        "mail#kaesong, gossip#1",
        "mail#kaesong, activity"
    })
    void otherKeysHaveNoMailKey(String partition, String sort) {
        assertThat(MailKey.parse(partition, sort)).isEmpty();
    }
}
