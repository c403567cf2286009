package org.heatwatch.intake;

import org.heatwatch.clip.Clip;
import org.heatwatch.errors.ProductUnreadable;

/** File format of clips. Equal clips of equal sites are encoded as equal bytes. */
public interface ClipFormat {

    /**
     * Encodes a clip.
     *
     * @param simulated whether it is of a simulated site, which the file then says
     */
    byte[] encode(Clip clip, boolean simulated);

    /**
     * Decodes a clip that equals the encoded one.
     *
     * @param name name of the file, for messages
     * @throws ProductUnreadable if the bytes are not such a file or are damaged
     */
    Clip decode(String name, byte[] bytes);
}
