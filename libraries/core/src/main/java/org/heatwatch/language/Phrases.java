package org.heatwatch.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Translates whole English texts to another language by their forms. A text of no known form stays as it is, so that
 * nothing is lost.
 */
public final class Phrases {
    /** Changes nothing. */
    public static final Phrases NONE = new Phrases(List.of());

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SEPARATOR = Pattern.compile("; ");

    private final List<Rule> rules;

    /** The patterns of the rules, in the same order. */
    private final List<Pattern> patterns;

    private Phrases(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.patterns =
                rules.stream().map(rule -> Pattern.compile(rule.pattern())).toList();
    }

    /**
     * A form of a text.
     *
     * @param pattern regular expression of the whole English text, with a group for each placeholder; also valid in
     *     JavaScript
     * @param names of the placeholders, in the order of the groups
     * @param template the text in the other language
     */
    public record Rule(String pattern, List<String> names, String template) {}

    /**
     * The translation between two files with the same keys. Of several forms that a text has, the first counts.
     *
     * @throws NullPointerException if the other language lacks a key
     */
    public static Phrases of(Words english, Words other) {
        List<Rule> rules = new ArrayList<>();
        english.texts()
                .forEach((key, text) -> rules.add(
                        rule(text, Objects.requireNonNull(other.texts().get(key), key))));
        return new Phrases(rules);
    }

    /** The forms of both, those of this one first. */
    public Phrases and(Phrases more) {
        return new Phrases(Stream.concat(rules.stream(), more.rules.stream()).toList());
    }

    private static Rule rule(String english, String template) {
        StringBuilder pattern = new StringBuilder("^");
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(english);
        int at = 0;
        while (name.find()) {
            pattern.append(escaped(english.substring(at, name.start())));
            names.add(name.group(1));
            pattern.append(group(name.group(1)));
            at = name.end();
        }
        return new Rule(
                pattern.append(escaped(english.substring(at))).append('$').toString(), names, template);
    }

    /** Only a reason may contain separators; a product and a sum have few forms. */
    private static String group(String name) {
        return switch (name) {
            case "product" -> "(L\\S+)";
            case "sum" -> "((?:shutdown )?CUSUM(?: of a \\w+)?)";
            case "reason" -> "(.+)";
            default -> "([^;]+?)";
        };
    }

    private static String escaped(String text) {
        return text.replaceAll("[.()+?*\\[\\]|^$]", "\\\\$0");
    }

    /** The forms. */
    public List<Rule> rules() {
        return rules;
    }

    /** The translation of one text, which may consist of several that are joined by semicolons. */
    public String say(String text) {
        for (int i = 0; i < rules.size(); i++) {
            Matcher matcher = patterns.get(i).matcher(text);
            if (matcher.matches()) {
                return filled(rules.get(i), matcher);
            }
        }
        return text.contains("; ")
                ? SEPARATOR.splitAsStream(text).map(this::say).collect(Collectors.joining("; "))
                : text;
    }

    /** The template with the values of the text, which are translated themselves if they have a known form. */
    private String filled(Rule rule, Matcher matcher) {
        return NAME.matcher(rule.template()).replaceAll(name -> {
            int index = rule.names().indexOf(name.group(1));
            return Matcher.quoteReplacement(index < 0 ? name.group() : say(matcher.group(index + 1)));
        });
    }
}
