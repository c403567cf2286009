package org.heatwatch.gdal;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation on GDAL: memory for its arguments, the messages that it raises, and whether it failed. */
final class GdalCall {
    private static final int MAX_MESSAGES = 50;

    private static final ThreadLocal<List<GdalMessage>> MESSAGES = ThreadLocal.withInitial(ArrayList::new);

    /** The native calls of an operation. */
    interface Body<T> {
        T run(GdalCall call) throws Throwable;
    }

    /** A return value of GDAL reported a failure. */
    private static final class Failed extends RuntimeException {
        Failed() {
            super(null, null, false, false);
        }
    }

    private final Arena arena;
    private final List<GdalMessage> messages;
    private MemorySegment dataset = MemorySegment.NULL;
    private boolean rejectsUnsupportedOptions;

    private GdalCall(Arena arena, List<GdalMessage> messages) {
        this.arena = arena;
        this.messages = messages;
    }

    /**
     * Runs an operation. It fails if a return value reports a failure, if GDAL raises a failure although the return
     * value reports success, or if the byte source fails.
     *
     * @param operation the operation and its object, for messages
     * @param source the byte source; null if GDAL reads the file itself
     * @throws GdalException if the operation fails
     * @throws IllegalStateException on a virtual thread, which would pin its carrier while Java reads bytes for GDAL
     */
    static <T> T run(String operation, @Nullable OpenSource source, Body<T> body) {
        prepare(operation);
        List<GdalMessage> outer = MESSAGES.get();
        List<GdalMessage> messages = new ArrayList<>();
        MESSAGES.set(messages);
        try (Arena arena = Arena.ofConfined()) {
            return new GdalCall(arena, messages).evaluate(operation, source, body);
        } finally {
            MESSAGES.set(outer);
        }
    }

    /** Checks the thread and initialises GDAL. */
    static void prepare(String operation) {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException(
                    operation + ": GDAL cannot be called on a virtual thread; use a platform thread");
        }
        GdalRuntime.ensureStarted();
    }

    /** Closes a dataset on any thread, ignoring errors of GDAL. */
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

    /** Deletes an in-memory file of GDAL if it exists. */
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
        if (messages.size() < MAX_MESSAGES) {
            if (severity.compareTo(GdalException.Severity.WARNING) >= 0) {
                messages.add(message);
            }
        } else if (message.isFailure()) {
            messages.set(MAX_MESSAGES - 1, message);
        }
    }

    private <T> T evaluate(String operation, @Nullable OpenSource source, Body<T> body) {
        boolean succeeded = false;
        if (source != null) {
            source.startOperation();
        }
        try {
            T result = body.run(this);
            succeeded =
                    messages.stream().noneMatch(this::isFailureHere) && (source == null || source.failure() == null);
            if (succeeded) {
                return result;
            }
        } catch (Failed e) {
            // Reported below, with the messages of GDAL and the failure of the source.
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

    private boolean isFailureHere(GdalMessage message) {
        return message.isFailure() || (rejectsUnsupportedOptions && message.isUnsupportedOption());
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
            default -> throw new AssertionError("native calls throw no checked exceptions", e);
        };
    }

    /** Registers a dataset that is closed if the operation fails. */
    MemorySegment closedOnFailure(MemorySegment opened) {
        dataset = opened;
        return opened;
    }

    /** From now on, an option that the driver does not support is a failure. */
    void rejectUnsupportedOptions() {
        rejectsUnsupportedOptions = true;
    }

    /** Memory that is freed at the end of the operation. */
    Arena arena() {
        return arena;
    }

    /** Fails if a return code reports a failure; warnings pass. */
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

    /** A string list of GDAL: pointers, terminated by null. */
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
