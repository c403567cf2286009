package org.heatwatch.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files of users: whole files only, since a named pipe or a device may never end, and up to a size. */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads a file in UTF-8.
     *
     * @param largest number of bytes
     * @throws IOException with a reason in words, if it is missing, is no file, is larger, or is not text in UTF-8
     */
    public static String read(Path file, int largest) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(
                    file.toString(), null, Files.isDirectory(file) ? "is a folder" : "is a pipe or device, not a file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new FileSystemException(file.toString(), null, "is larger than %d kB".formatted(largest / 1000));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FileSystemException(file.toString(), null, "is not text in UTF-8");
        }
    }
}
