package org.heatwatch.gdal;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation on GDAL: memory for its arguments, the messages it raises, and the verdict on it. */
final class GdalCall {
    private static final int MOST_MESSAGES = 50;

    private static final ThreadLocal<List<GdalMessage>> MESSAGES = ThreadLocal.withInitial(ArrayList::new);

    /** The native calls of an operation. */
    interface Body<T> {
        T run(GdalCall call) throws Throwable;
    }

    /** GDAL said by a return value that it failed. */
    private static final class Failed extends RuntimeException {
        Failed() {
            super(null, null, false, false);
        }
    }

    private final Arena arena;
    private final List<GdalMessage> messages;
    private MemorySegment dataset = MemorySegment.NULL;
    private boolean optionsMatter;

    private GdalCall(Arena arena, List<GdalMessage> messages) {
        this.arena = arena;
        this.messages = messages;
    }

    /**
     * Runs an operation. It has failed if a return value said so, if GDAL raised a failure although the return value
     * says success, or if the source of the bytes failed.
     *
     * @param operation what is done to what, for messages
     * @param source the Java side of the file, if it has one
     * @throws IllegalStateException on a virtual thread: it could not leave its carrier while Java reads bytes for GDAL
     */
    static <T> T run(String operation, @Nullable OpenSource source, Body<T> body) {
        prepare(operation);
        List<GdalMessage> outer = MESSAGES.get();
        List<GdalMessage> messages = new ArrayList<>();
        MESSAGES.set(messages);
        try (Arena arena = Arena.ofConfined()) {
            return new GdalCall(arena, messages).judged(operation, source, body);
        } finally {
            MESSAGES.set(outer);
        }
    }

    /** Checks and sets up what every operation needs. */
    static void prepare(String operation) {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    operation + ": GDAL cannot be called on a virtual thread, use a platform one");
        }
        GdalRuntime.ensureStarted();
    }

    /** Closes a dataset on any thread, whatever GDAL says to it. */
    static void close(MemorySegment dataset) {
        List<GdalMessage> outer = MESSAGES.get();
        MESSAGES.set(new ArrayList<>());
        try {
            Gdal.CLOSE.invokeExact(dataset);
        } catch (Throwable e) {
            throw unexpected(e);
        } finally {
            MESSAGES.set(outer);
        }
    }

    /** Deletes a file of GDAL's memory if it is there. */
    static void unlink(MemorySegment path) throws Throwable {
        List<GdalMessage> outer = MESSAGES.get();
        MESSAGES.set(new ArrayList<>());
        try {
            int code = (int) Gdal.VSI_UNLINK.invokeExact(path);
            assert code <= 0;
        } finally {
            MESSAGES.set(outer);
        }
    }

    static void onMessage(GdalException.Severity severity, int number, String text) {
        List<GdalMessage> messages = MESSAGES.get();
        GdalMessage message = new GdalMessage(severity, number, text);
        if (messages.size() < MOST_MESSAGES) {
            if (severity.compareTo(GdalException.Severity.WARNING) >= 0) {
                messages.add(message);
            }
        } else if (message.isFailure()) {
            messages.set(MOST_MESSAGES - 1, message);
        }
    }

    private <T> T judged(String operation, @Nullable OpenSource source, Body<T> body) {
        boolean succeeded = false;
        if (source != null) {
            source.startOperation();
        }
        try {
            T result = body.run(this);
            succeeded = messages.stream().noneMatch(this::isFatalHere) && (source == null || source.failure() == null);
            if (succeeded) {
                return result;
            }
        } catch (Failed e) {
            // Judged below, with what GDAL and the source have to say.
        } catch (Throwable e) {
            throw unexpected(e);
        } finally {
            if (!succeeded && !Gdal.isNull(dataset)) {
                close(dataset);
            }
        }
        Throwable cause = source == null ? null : source.reason();
        throw cause != null
                ? GdalException.ofSource(operation, cause)
                : GdalException.ofMessages(operation, readable(source));
    }

    private boolean isFatalHere(GdalMessage message) {
        return message.isFailure() || (optionsMatter && message.isUnsupportedOption());
    }

    private List<GdalMessage> readable(@Nullable OpenSource source) {
        return source == null
                ? messages
                : messages.stream()
                        .map(message -> new GdalMessage(
                                message.severity(),
                                message.number(),
                                message.text().replace(source.path(), source.name())))
                        .toList();
    }

    private static RuntimeException unexpected(Throwable e) {
        return switch (e) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> throw new AssertionError("native calls throw nothing checked", e);
        };
    }

    /** Closes this dataset should the operation fail. */
    MemorySegment closedOnFailure(MemorySegment opened) {
        dataset = opened;
        return opened;
    }

    /** From here on an option the driver does not know is a failure. */
    void optionsMatter() {
        optionsMatter = true;
    }

    /** Memory that lives as long as this call. */
    Arena arena() {
        return arena;
    }

    /** Fails unless a return code says success, perhaps with a warning. */
    void check(int code) {
        if (GdalException.Severity.of(code).isFailure()) {
            throw new Failed();
        }
    }

    /** Fails on the null pointer. */
    MemorySegment present(MemorySegment pointer) {
        if (Gdal.isNull(pointer)) {
            throw new Failed();
        }
        return pointer;
    }

    MemorySegment text(@Nullable String text) {
        return text == null ? MemorySegment.NULL : arena.allocateFrom(text);
    }

    /** A list of strings as GDAL takes it: pointers, ended by null. */
    MemorySegment texts(List<String> texts) {
        MemorySegment list = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            list.setAtIndex(ADDRESS, i, text(texts.get(i)));
        }
        return list;
    }

    MemorySegment options(Map<String, String> options) {
        return texts(options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .toList());
    }
}
