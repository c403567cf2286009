package org.heatwatch.gdal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An operation failed in GDAL or in the {@link ByteSource} that it reads. The message names the operation and the file.
 *
 * <p>If the source failed, the cause is the object that it threw, and GDAL's own messages are omitted, because they are
 * then misleading: the severity is {@link Severity#NONE} and the number 0.
 */
public final class GdalException extends RuntimeException {
    /** GDAL's error classes, in ascending order. */
    public enum Severity {
        NONE,
        DEBUG,
        WARNING,
        FAILURE,
        FATAL;

        private static final Severity[] BY_CODE = values();

        static Severity of(int code) {
            return BY_CODE[Math.clamp(code, 0, BY_CODE.length - 1)];
        }

        boolean isFailure() {
            return this == FAILURE || this == FATAL;
        }
    }

    private final Severity severity;
    private final int number;
    private final String gdalText;
    private final boolean isOfSource;

    private GdalException(
            String message,
            Severity severity,
            int number,
            String gdalText,
            @Nullable Throwable cause,
            boolean isOfSource) {
        super(message, cause);
        this.isOfSource = isOfSource;
        this.severity = severity;
        this.number = number;
        this.gdalText = gdalText;
    }

    /** An error found by this binding. */
    static GdalException of(String message, @Nullable Throwable cause) {
        return new GdalException(message, Severity.NONE, 0, "", cause, /* isOfSource= */ false);
    }

    /** An error of the byte source. */
    static GdalException ofSource(String operation, Throwable cause) {
        return new GdalException(operation + ": " + cause, Severity.NONE, 0, "", cause, /* isOfSource= */ true);
    }

    /**
     * An error reported by GDAL: the last failure among the messages is the error, and those before it are its reasons.
     */
    static GdalException ofMessages(String operation, List<GdalMessage> messages) {
        GdalMessage worst = new GdalMessage(Severity.NONE, 0, "");
        for (GdalMessage message : messages) {
            if (message.severity().compareTo(worst.severity()) >= 0) {
                worst = message;
            }
        }
        String text = messages.isEmpty()
                ? "GDAL gave no reason"
                : messages.stream().map(GdalMessage::text).distinct().collect(Collectors.joining("; "));
        return new GdalException(
                operation + ": " + text, worst.severity(), worst.number(), text, null, /* isOfSource= */ false);
    }

    /** What the byte source threw; empty if GDAL, or this binding, failed. */
    public Optional<Throwable> sourceFailure() {
        return isOfSource ? Optional.ofNullable(getCause()) : Optional.empty();
    }

    /** Severity reported by GDAL. */
    public Severity severity() {
        return severity;
    }

    /** GDAL's error number (its {@code CPLE_} constants), 0 if it reported none. */
    public int number() {
        return number;
    }

    /** The messages of GDAL, reasons first; empty if GDAL did not fail. */
    public String gdalText() {
        return gdalText;
    }
}
