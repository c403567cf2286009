package org.heatwatch.gdal;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something GDAL, or the {@link ByteSource} behind it, could not do. The message names the operation and the file.
 *
 * <p>If the source failed, the cause is the very object it threw and GDAL's own words, which are then wrong or
 * meaningless, are left out: the severity is {@link Severity#NONE} and the number 0.
 */
public final class GdalException extends RuntimeException {
    /** GDAL's error classes, in its order. */
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

    private GdalException(String message, Severity severity, int number, String gdalText, @Nullable Throwable cause) {
        super(message, cause);
        this.severity = severity;
        this.number = number;
        this.gdalText = gdalText;
    }

    /** Something that neither GDAL nor a source said. */
    static GdalException of(String message, @Nullable Throwable cause) {
        return new GdalException(message, Severity.NONE, 0, "", cause);
    }

    /** The bytes could not be had. */
    static GdalException ofSource(String operation, Throwable cause) {
        return new GdalException(operation + ": " + cause, Severity.NONE, 0, "", cause);
    }

    /** GDAL raised these messages, the last failure being its verdict and those before it the reasons. */
    static GdalException ofMessages(String operation, List<GdalMessage> messages) {
        GdalMessage verdict = new GdalMessage(Severity.NONE, 0, "");
        for (GdalMessage message : messages) {
            if (message.severity().compareTo(verdict.severity()) >= 0) {
                verdict = message;
            }
        }
        String text = messages.isEmpty()
                ? "GDAL gave no reason"
                : messages.stream().map(GdalMessage::text).distinct().collect(Collectors.joining("; "));
        return new GdalException(operation + ": " + text, verdict.severity(), verdict.number(), text, null);
    }

    /** How bad GDAL said it is. */
    public Severity severity() {
        return severity;
    }

    /** GDAL's error number (its {@code CPLE_} constants), 0 if it gave none. */
    public int number() {
        return number;
    }

    /** What GDAL said, its reasons first; empty if GDAL was not the one that failed. */
    public String gdalText() {
        return gdalText;
    }
}
