package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.heatwatch.errors.AccessDenied;
import org.heatwatch.errors.SourceUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.utils.StringInputStream;

/** What a user reads if AWS rejects the credentials. */
final class CredentialFailureTest {
    private static final ProfileFile PROFILES = profiles("""
            [default]
            region = us-west-2
            [profile watch]
            sso_session = office
            sso_account_id = 111111111111
            sso_role_name = Operator
            [profile keys]
            aws_access_key_id = A
            [profile command]
            credential_process = /bin/false
            [profile browser]
            login_session = arn:aws:iam::111111111111:user/analyst
            [sso-session office]
            sso_start_url = https://example.awsapps.com/start
            sso_region = us-west-2
            """);

    private static ProfileFile profiles(String text) {
        return ProfileFile.builder()
                .content(new StringInputStream(text))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
    }

    private static AwsServiceException answer(int status, String code, String message) {
        return S3Exception.builder()
                .statusCode(status)
                .message(message)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .sdkHttpResponse(SdkHttpResponse.builder()
                                .statusCode(status)
                                .putHeader("x-amz-bucket-region", "eu-west-1")
                                .build())
                        .build())
                .build();
    }

    private static UnusableProfile named(String name) {
        return new UnusableProfile(name, true, PROFILES);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ExpiredToken, have expired, get new credentials",
        "400, ExpiredTokenException, have expired, get new credentials",
        "403, InvalidAccessKeyId, does not know the access key, AWS_ACCESS_KEY_ID",
        "400, UnrecognizedClientException, does not know the access key, AWS_ACCESS_KEY_ID",
        "403, InvalidClientTokenId, does not know the access key, AWS_ACCESS_KEY_ID",
        "403, SignatureDoesNotMatch, secret access key, AWS_SECRET_ACCESS_KEY",
        "403, RequestTimeTooSkewed, clock of this machine, set the clock",
        "400, RequestExpired, clock of this machine, set the clock",
        "301, PermanentRedirect, is in the AWS Region eu-west-1, us-west-2",
        "400, AuthorizationHeaderMalformed, is in the AWS Region eu-west-1, us-west-2"
    })
    void eachRejectionHasItsOwnProblemAndAdvice(int status, String code, String problem, String advice) {
        assertThat(AwsErrors.of("s3://usgs-landsat/x", answer(status, code, "stand-in")))
                .isInstanceOf(AccessDenied.class)
                .hasMessageStartingWith("s3://usgs-landsat/x: ")
                .hasMessageContaining(problem)
                .hasMessageContaining(advice);
    }

    @Test
    void aSignatureOfAnotherTimeIsAWrongClock() {
        assertThat(CredentialFailure.of(answer(
                                400,
                                "InvalidSignatureException",
                                "Signature expired: 20251101T000000Z is now earlier than 20251104T000000Z"))
                        .map(CredentialFailure::problem))
                .hasValueSatisfying(problem -> assertThat(problem).contains("clock"));
    }

    @Test
    void anAnswerWithoutACodeIsUnavailable() {
        AwsServiceException bare = S3Exception.builder()
                .statusCode(503)
                .awsErrorDetails(AwsErrorDetails.builder().build())
                .build();

        assertThat(AwsErrors.of("table", bare)).isInstanceOf(SourceUnavailable.class);
    }

    @Test
    void aMissingPermissionIsNotAFailureOfTheCredentials() {
        AwsServiceException denied = answer(403, "AccessDenied", "not authorized");

        assertThat(CredentialFailure.of(denied)).isEmpty();
        assertThat(AwsErrors.of("table", denied)).hasMessageContaining("grant the role the permission");
        assertThat(CredentialFailure.of(SdkClientException.create("connection reset")))
                .isEmpty();
    }

    @Test
    void aProfileOfIdentityCenterWithoutSessionNeedsALogin() {
        CredentialFailure failure = named("watch").failure();

        assertThat(failure.problem()).contains("the profile watch has none: ").doesNotContain("ProfileFile");
        assertThat(failure.advice()).isEqualTo("sign in with 'aws sso login --profile watch'");
    }

    @Test
    void theAdviceDependsOnTheKindOfProfile() {
        assertThat(named("command").failure().advice()).contains("credential_process");
        assertThat(named("browser").failure().advice()).isEqualTo("sign in with 'aws login --profile browser'");
        assertThat(named("keys").failure().problem()).contains("aws_secret_access_key");
    }

    @Test
    void aProfileThatDoesNotExistIsNamedWithThoseThatDo() {
        CredentialFailure failure = named("nosuch").failure();

        assertThat(failure.problem()).contains("there is no profile nosuch");
        assertThat(failure.advice()).contains("watch").contains("browser");
    }

    @Test
    void withoutAnyCredentialsTheWayToGetThemIsNamed() {
        CredentialFailure failure = new UnusableProfile("default", false, PROFILES).failure();

        assertThat(failure.problem()).contains("none were found");
        assertThat(failure.advice()).contains("aws configure sso").contains("AWS_ACCESS_KEY_ID");
    }
}
