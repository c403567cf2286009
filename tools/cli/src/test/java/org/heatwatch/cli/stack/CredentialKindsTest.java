package org.heatwatch.cli.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.StringInputStream;

/** Every kind of profile that the AWS CLI accepts is supported: its module is on the class path. */
final class CredentialKindsTest {
    @TempDir
    private static Path folder;

    private static ProfileFile profiles() {
        return ProfileFile.builder()
                .content(new StringInputStream("""
                        [profile center]
                        sso_session = office
                        sso_account_id = 111111111111
                        sso_role_name = Operator
                        [sso-session office]
                        sso_start_url = https://example.awsapps.com/start
                        sso_region = us-west-2
                        [profile former-center]
                        sso_start_url = https://example.awsapps.com/start
                        sso_region = us-west-2
                        sso_account_id = 111111111111
                        sso_role_name = Operator
                        [profile browser]
                        login_session = arn:aws:iam::111111111111:user/analyst
                        region = us-west-2
                        [profile web]
                        role_arn = arn:aws:iam::111111111111:role/watch
                        web_identity_token_file = %s
                        [profile command]
                        credential_process = /bin/false
                        """.formatted(folder.resolve("token"))))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "center, SSO session",
        "former-center, SSO session",
        "browser, Token cache file",
        "web, NoSuchFileException",
        "command, process"
    })
    void aProfileWithoutSessionFailsForItsOwnReason(String profile, String reason) {
        try (ProfileCredentialsProvider provider = ProfileCredentialsProvider.builder()
                .profileFile(profiles())
                .profileName(profile)
                .build()) {
            assertThatThrownBy(provider::resolveCredentials)
                    .hasMessageContaining(reason)
                    .hasMessageNotContaining("class path");
        }
    }
}
