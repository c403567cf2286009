package org.heatwatch.intake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.heatwatch.clip.Clip;
import org.heatwatch.errors.ProductUnreadable;

/** Encodes clips as their index in memory. */
final class MemoryClips implements ClipFormat {
    private final List<Clip> known = new ArrayList<>();

    @Override
    public byte[] encode(Clip clip, boolean simulated) {
        int at = known.indexOf(clip);
        if (at < 0) {
            at = known.size();
            known.add(clip);
        }
        return ByteBuffer.allocate(Integer.BYTES).putInt(at).array();
    }

    @Override
    public Clip decode(String name, byte[] bytes) {
        int at = bytes.length == Integer.BYTES ? ByteBuffer.wrap(bytes).getInt() : -1;
        if (at < 0 || at >= known.size()) {
            throw new ProductUnreadable(name, "is no clip", "take the product in again");
        }
        return known.get(at);
    }
}
