package org.heatwatch.errors;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;

/** Says in words why a file cannot be read or written. */
public final class FileProblem {
    private FileProblem() {}

    /** The reason of an error, such as {@code no such file}, without the name of the file. */
    public static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "not a folder";
            case FileAlreadyExistsException _ -> "a file of this name exists";
            case CharacterCodingException _ -> "not UTF-8 text";
            case FileSystemException failure -> text(Optional.ofNullable(failure.getReason()));
            default -> text(Optional.ofNullable(e.getMessage()));
        };
    }

    private static String text(Optional<String> reason) {
        return reason.map(String::strip)
                .filter(known -> !known.isEmpty())
                .map(known -> known.substring(0, 1).toLowerCase(Locale.ROOT) + known.substring(1))
                .map(known -> known.equals("is a directory") ? "a folder, not a file" : known)
                .orElse("unknown reason");
    }
}
