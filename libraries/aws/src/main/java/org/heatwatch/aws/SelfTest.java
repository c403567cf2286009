package org.heatwatch.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a function verifies of itself and of the services that it needs. The checks write nothing; a function that
 * installs the shipped sites when it starts does so before a self-test too. An operator requests it by an event with
 * the member {@value #MEMBER}, because only the deployed function has its libraries and its role.
 */
public final class SelfTest {
    /** Member of the event that requests the test, and of the answer. */
    public static final String MEMBER = "selfTest";

    private final Map<String, Supplier<String>> checks = new LinkedHashMap<>();

    /**
     * Adds a check.
     *
     * @param check returns what was found; throws what is wrong
     */
    public SelfTest with(String subject, Supplier<String> check) {
        checks.put(subject, check);
        return this;
    }

    /**
     * Performs all checks.
     *
     * @return {@code selfTest}, which is "passed" or "failed"; {@code checks}, what each check found; {@code failures},
     *     what is wrong, by subject
     */
    public Map<String, Object> result() {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> failures = new LinkedHashMap<>();
        checks.forEach((subject, check) -> {
            try {
                found.put(subject, check.get());
            } catch (RuntimeException | LinkageError e) {
                failures.put(subject, e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        });
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(MEMBER, failures.isEmpty() ? "passed" : "failed");
        result.put("checks", found);
        result.put("failures", failures);
        return result;
    }
}
