package org.heatwatch.intake;

import org.heatwatch.clip.Clip;
import org.heatwatch.errors.ProductUnreadable;

/** How a clip becomes a file. Equal clips become equal bytes. */
public interface ClipFormat {

    byte[] encode(Clip clip);

    /**
     * The clip that was encoded, equal to it.
     *
     * @param name what messages call the file
     * @throws ProductUnreadable if it is no such file, or is damaged
     */
    Clip decode(String name, byte[] bytes);
}
