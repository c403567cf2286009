package org.heatwatch.gdal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** A byte source that throws at a given request; 0 is the head. */
final class FailingSource implements ByteSource {
    private static final int SHORT_HEAD = 4096;

    private final byte[] bytes;
    private final Throwable thrown;
    private final int failingRequest;
    private int requests;

    FailingSource(byte[] bytes, Throwable thrown, int failingRequest) {
        this.bytes = bytes;
        this.thrown = thrown;
        this.failingRequest = failingRequest;
    }

    int requests() {
        return requests;
    }

    @Override
    public String name() {
        return "s3://bucket/path/failing.TIF";
    }

    @Override
    public Head head() throws IOException {
        failIfDue();
        return new Head(MemorySegment.ofArray(bytes).asSlice(0, Math.min(SHORT_HEAD, bytes.length)), bytes.length);
    }

    @Override
    public void fetch(List<Range> ranges) throws IOException {
        failIfDue();
        ByteSource.of(name(), bytes).fetch(ranges);
    }

    private void failIfDue() {
        if (requests++ == failingRequest) {
            throw FailingSource.<RuntimeException>anything(thrown);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T anything(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
