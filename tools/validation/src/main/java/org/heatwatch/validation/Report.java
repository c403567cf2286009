package org.heatwatch.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The report as a file: a preface and chapters, each with a title of the second level. */
final class Report {
    private static final String HEADING = "## ";

    private Report() {}

    /** The chapters of a report that exists; none if there is no file. */
    static List<Chapter> chapters(Path file) throws IOException {
        List<Chapter> chapters = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return chapters;
        }
        String title = null;
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(HEADING)) {
                if (title != null) {
                    chapters.add(new Chapter(title, text.toString()));
                }
                title = line.substring(HEADING.length());
                text.setLength(0);
            } else {
                text.append(line).append('\n');
            }
        }
        if (title != null) {
            chapters.add(new Chapter(title, text.toString()));
        }
        return chapters;
    }

    static void write(Path file, String preface, List<Chapter> chapters) throws IOException {
        StringBuilder text = new StringBuilder("# Validation\n\n").append(preface);
        for (Chapter chapter : chapters) {
            text.append(HEADING)
                    .append(chapter.title())
                    .append("\n\n")
                    .append(chapter.text().strip())
                    .append("\n\n");
        }
        Files.writeString(file, text.toString().strip() + "\n");
    }
}
