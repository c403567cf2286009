package org.heatwatch.vocabulary;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The text files of the project that people write: main code, scripts and documents. */
final class ProjectFiles {
    private static final Path ROOT = Path.of(System.getProperty("heatwatch.root", "../.."));
    private static final Set<String> SKIPPED_FOLDERS =
            Set.of("target", ".git", ".github", "node_modules", "natives", "font", "data", "test", "__pycache__");
    private static final Set<String> EXTENSIONS =
            Set.of("java", "md", "mustache", "js", "html", "css", "json", "yaml", "py", "sh", "properties", "xml");

    private ProjectFiles() {}

    /** The lines of each file, by its path below the root with slashes. */
    static Map<String, List<String>> read() throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(ROOT)
                        && SKIPPED_FOLDERS.contains(folder.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isWritten(file)) {
                    String name = ROOT.relativize(file).toString().replace('\\', '/');
                    files.put(name, Files.readAllLines(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isWritten(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? Files.isExecutable(file) : EXTENSIONS.contains(name.substring(dot + 1));
    }
}
