package org.heatwatch.aws;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * The profile that the SDK uses on this machine, and why it has no credentials.
 *
 * @param name of AWS_PROFILE, or default
 * @param isNamed whether the user named the profile
 * @param file the AWS configuration of the user
 */
record UnusableProfile(String name, boolean isNamed, ProfileFile file) {
    private static final String LOGIN_SESSION = "login_session";

    static UnusableProfile inUse() {
        Optional<String> named = ProfileFileSystemSetting.AWS_PROFILE.getStringValue();
        return new UnusableProfile(
                named.orElse(ProfileFileSystemSetting.AWS_PROFILE.defaultValue()),
                isSet(named),
                ProfileFile.defaultProfileFile());
    }

    private static boolean isSet(Optional<String> named) {
        return named.filter(name -> !name.equals(ProfileFileSystemSetting.AWS_PROFILE.defaultValue()))
                .isPresent();
    }

    /** Why no credentials were found. */
    CredentialFailure failure() {
        Optional<Profile> profile = file.profile(name);
        if (profile.isPresent() && !isEmpty(profile.get())) {
            return new CredentialFailure(
                    "needs AWS credentials, and the profile %s has none: %s".formatted(name, reason()), renewal());
        }
        if (isNamed) {
            return new CredentialFailure(
                    "needs AWS credentials, and there is no profile %s in the AWS configuration".formatted(name),
                    file.profiles().isEmpty()
                            ? "create it with 'aws configure sso --profile %s'".formatted(name)
                            : "set AWS_PROFILE to one of: "
                                    + String.join(", ", file.profiles().keySet()));
        }
        return new CredentialFailure(
                "needs AWS credentials, and none were found",
                "create a profile with 'aws configure sso' and name it in AWS_PROFILE, or set AWS_ACCESS_KEY_ID and "
                        + "AWS_SECRET_ACCESS_KEY");
    }

    /** A profile may contain only a Region. */
    private static boolean isEmpty(Profile profile) {
        return profile.properties().keySet().stream()
                .noneMatch(key -> key.startsWith("sso_")
                        || key.startsWith("aws_")
                        || key.startsWith("credential_")
                        || key.equals(ProfileProperty.ROLE_ARN)
                        || key.equals(LOGIN_SESSION));
    }

    /** How to get new credentials. */
    String renewal() {
        Optional<Profile> profile = file.profile(name);
        if (has(profile, ProfileProperty.SSO_START_URL) || has(profile, "sso_session")) {
            return "sign in with 'aws sso login --profile %s'".formatted(name);
        }
        if (has(profile, LOGIN_SESSION)) {
            return "sign in with 'aws login --profile %s'".formatted(name);
        }
        if (has(profile, ProfileProperty.CREDENTIAL_PROCESS)) {
            return "run its credential_process by hand, and correct what it reports";
        }
        if (has(profile, ProfileProperty.ROLE_ARN)) {
            return "check the source_profile of the profile, and whether it may assume the role";
        }
        return "get new credentials; those of a session are valid for hours";
    }

    private static boolean has(Optional<Profile> profile, String property) {
        return profile.flatMap(its -> its.property(property)).isPresent();
    }

    /** The exception of the profile alone: that of the chain of providers has the reasons of all of them. */
    private String reason() {
        try (ProfileCredentialsProvider provider = ProfileCredentialsProvider.builder()
                .profileFile(file)
                .profileName(name)
                .build()) {
            provider.resolveCredentials();
            return "its credentials are incomplete";
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            return message.split("\\(Service|: ProfileFile|\\. ", 2)[0].replaceAll("[.\\s]+$", "");
        }
    }
}
