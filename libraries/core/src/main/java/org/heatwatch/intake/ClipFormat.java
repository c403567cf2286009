package org.heatwatch.intake;

import org.heatwatch.clip.Clip;
import org.heatwatch.errors.ProductUnreadable;

/** File format of clips. Equal clips are encoded as equal bytes. */
public interface ClipFormat {

    byte[] encode(Clip clip);

    /**
     * Decodes a clip that equals the encoded one.
     *
     * @param name name of the file, for messages
     * @throws ProductUnreadable if the bytes are not such a file or are damaged
     */
    Clip decode(String name, byte[] bytes);
}
