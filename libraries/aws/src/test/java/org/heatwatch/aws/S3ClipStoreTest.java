package org.heatwatch.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.heatwatch.errors.AccessDenied;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3ClipStoreTest {
    /** A client whose requests are all denied. */
    private static S3Client denying() {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (arguments[0] instanceof SdkRequest) {
                throw S3Exception.builder()
                        .statusCode(403)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("AccessDenied")
                                .errorMessage("Access Denied")
                                .build())
                        .build();
            }
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        };
        return (S3Client) Proxy.newProxyInstance(
                S3ClipStoreTest.class.getClassLoader(), new Class<?>[] {S3Client.class}, handler);
    }

    @Test
    void aSelfTestFailsIfTheRoleMayNotListClips() {
        S3ClipStore store = new S3ClipStore(denying(), "clips-of-a-stack");
        assertThat(store.get("clips/one.tif")).as("a denied clip is not found").isEmpty();
        assertThatThrownBy(store::verifyAccess)
                .isInstanceOf(AccessDenied.class)
                .hasMessageContaining("s3://clips-of-a-stack");
    }
}
