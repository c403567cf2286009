package org.heatwatch.vocabulary;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word that the glossary rejects.
 *
 * @param pattern of the word in running text, without regard to case
 * @param use the term to write instead
 * @param except files in which the word is right, as a pattern of their paths
 */
record RejectedWord(Pattern pattern, String use, Pattern except) {

    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final Pattern WORD_BOUNDARY_OF_IDENTIFIER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");

    /** Reads a table of three columns, separated by tabs: pattern, term to use, and the files that are excepted. */
    static List<RejectedWord> parse(String table) {
        return table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> parseRow(line.split("\t")))
                .toList();
    }

    private static RejectedWord parseRow(String[] columns) {
        Pattern except = columns.length > 2 ? Pattern.compile(columns[2]) : NEVER;
        return new RejectedWord(Pattern.compile(columns[0], Pattern.CASE_INSENSITIVE), columns[1], except);
    }

    /**
     * Finds the word in a file.
     *
     * @param lines of the file, with {@linkplain #separateWords separated words}
     * @return each line that holds it, with the file, the number of the line and the term to use
     */
    Stream<String> findIn(String file, List<String> lines) {
        if (except.matcher(file).find()) {
            return Stream.empty();
        }
        return Stream.iterate(0, index -> index < lines.size(), index -> index + 1)
                .flatMap(index -> {
                    Matcher found = pattern.matcher(lines.get(index));
                    return found.find()
                            ? Stream.of("%s:%d: \"%s\": use %s".formatted(file, index + 1, found.group(), use))
                            : Stream.empty();
                });
    }

    /** Separates the words within identifiers, so that {@code roofLook} is read as "roof Look". */
    static String separateWords(String line) {
        return WORD_BOUNDARY_OF_IDENTIFIER.matcher(line).replaceAll(" ");
    }
}
