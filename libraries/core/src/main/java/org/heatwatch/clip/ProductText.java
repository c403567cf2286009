package org.heatwatch.clip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.heatwatch.errors.ProductUnreadable;

/** The boundary to the text files of products: whatever bytes they hold are text or an error of that file. */
public final class ProductText {
    /** More than the 15 to 25 kB of a metadata file. */
    public static final int LARGEST_BYTES = 1 << 20;

    /** Begins text files of some programs. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String ADVICE = "fetch the file again";

    private ProductText() {}

    /**
     * Reads a file to its end, and not more than {@link #LARGEST_BYTES}.
     *
     * @param file name of the file, for messages
     * @throws ProductUnreadable if it is larger, or is not text in UTF-8
     * @throws IOException if the stream fails
     */
    public static String read(String file, InputStream stream) throws IOException {
        return of(file, stream.readNBytes(LARGEST_BYTES + 1));
    }

    /**
     * Decodes the content of a file.
     *
     * @param file name of the file, for messages
     * @param bytes the content, or more than {@link #LARGEST_BYTES} of it
     * @throws ProductUnreadable if it is too large, or is not text in UTF-8
     */
    public static String of(String file, byte[] bytes) {
        if (bytes.length > LARGEST_BYTES) {
            throw new ProductUnreadable(
                    file, "has more than %d bytes, expected about 20,000".formatted(LARGEST_BYTES), ADVICE);
        }
        return decode(file, bytes);
    }

    private static String decode(String file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProductUnreadable(file, "is not text in UTF-8", ADVICE, e);
        }
    }
}
