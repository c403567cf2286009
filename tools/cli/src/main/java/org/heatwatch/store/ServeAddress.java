package org.heatwatch.store;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.heatwatch.errors.FileProblem;
import org.jspecify.annotations.Nullable;

/** The address of the server of a store, in a file that is locked while the server runs. */
public final class ServeAddress implements AutoCloseable {
    /** The lock covers no written byte, since some systems do not let others read locked bytes. */
    private static final long LOCKED_BYTE = 1_000_000;

    private final FileChannel channel;

    private ServeAddress(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Reserves the file of a store.
     *
     * @throws StoreUnusable with the address of the other server, if one runs, or if the folder is not writable
     */
    public static ServeAddress reserve(Path folder) {
        Path file = folder.resolve("serve");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StoreUnusable(
                        ("%s: is served at %s by another process; open the address that it printed, or give another "
                                        + "--data DIR")
                                .formatted(folder, Files.readString(file).strip()),
                        null);
            }
            channel.truncate(0);
            return new ServeAddress(channel);
        } catch (IOException e) {
            throw new StoreUnusable(
                    "%s: cannot be written (%s); check the permissions of the folder"
                            .formatted(file, FileProblem.of(e)),
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, /* shared= */ false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Publishes the address. */
    public void set(URI address) throws IOException {
        channel.write(ByteBuffer.wrap((address + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
