package org.heatwatch.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heatwatch.errors.FileProblem;

/** Prints results as JSON, with missing numbers as null, and writes files. */
public final class Output {
    /** First line of every text about a simulated site. */
    public static final String SIMULATED = "SIMULATED DATA: an invented story. Nothing here was observed.";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Output() {}

    /** Prints a value as indented JSON. */
    public static void json(PrintWriter out, Object value) {
        try {
            out.println(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a result as JSON", e);
        }
    }

    /**
     * Writes a file that the user asked for, or a file with a name in a folder that the user asked for.
     *
     * @return the file
     */
    public static Path write(Path fileOrFolder, String name, byte[] bytes) {
        Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(name) : fileOrFolder;
        write(file, bytes);
        return file;
    }

    /** Writes a file that the user asked for. */
    public static void write(Path file, byte[] bytes) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    "%s: there is no folder %s; make it, or give another file".formatted(file, folder));
        }
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new CommandFailure("%s: cannot be written: %s; give another file".formatted(file, FileProblem.of(e)));
        }
    }
}
