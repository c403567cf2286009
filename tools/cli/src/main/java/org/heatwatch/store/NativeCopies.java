package org.heatwatch.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/**
 * The folder into which DynamoDB Local copies its native library at each start. The copy is deleted at the end of the
 * process, unless the process is killed; then a later start deletes it. Only the user can write to the folder.
 */
final class NativeCopies {
    private static final String PROPERTY = "org.sqlite.tmpdir";
    private static final String COPIES = "sqlite-*-*sqlite4java*";

    /** Younger copies may be of a process that is just starting. */
    private static final Duration IN_USE = Duration.ofHours(1);

    private NativeCopies() {}

    /** Names the folder to DynamoDB Local and deletes old copies from it, and from the folder of earlier versions. */
    static void prepare() {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Path own = temporary.resolve(
                    "heatwatch-" + System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_"));
            if (!Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
                createPrivate(own);
            }
            if (isPrivate(own, temporary)) {
                System.setProperty(PROPERTY, own.toString());
                deleteOld(own);
            }
            deleteOld(temporary);
        } catch (IOException e) {
            // The copy is then made in the temporary folder, as without this class.
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    /** A folder of somebody else could be given another library. */
    private static boolean isPrivate(Path folder, Path temporary) throws IOException {
        Path probe = Files.createTempFile(temporary, "heatwatch", null);
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder).equals(Files.getOwner(probe));
        } finally {
            Files.delete(probe);
        }
    }

    static void deleteOld(Path folder) throws IOException {
        Instant young = Instant.now().minus(IN_USE);
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, COPIES)) {
            for (Path copy : copies) {
                if (Files.getLastModifiedTime(copy).toInstant().isBefore(young)) {
                    delete(copy);
                }
            }
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // Of another user, or in use on Windows.
        }
    }
}
