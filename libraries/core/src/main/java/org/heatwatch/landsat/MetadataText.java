package org.heatwatch.landsat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The {@code _MTL.txt} form: {@code KEY = VALUE} lines between {@code GROUP} and {@code END_GROUP}. */
final class MetadataText {

    private final String file;
    private final Deque<Metadata.Builder> open = new ArrayDeque<>();

    private MetadataText(String file) {
        this.file = file;
    }

    static Metadata read(String file, String content) {
        return new MetadataText(file).read(content.lines().iterator());
    }

    private Metadata read(Iterator<String> lines) {
        for (int lineNumber = 1; lines.hasNext(); lineNumber++) {
            String line = lines.next().strip();
            if (line.isEmpty()) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw Metadata.unreadable(file, "line " + lineNumber + " is not KEY = VALUE", null);
            }
            String key = line.substring(0, equals).strip();
            String value = unquoted(line.substring(equals + 1).strip(), lineNumber);
            if (key.equals("GROUP")) {
                open(value);
            } else if (key.equals("END_GROUP")) {
                Metadata closed = close(value, lineNumber);
                if (open.isEmpty()) {
                    return closed;
                }
                open.element().put(closed);
            } else {
                innermost(lineNumber).put(key, value);
            }
        }
        throw Metadata.unreadable(
                file,
                open.isEmpty()
                        ? "no group " + Metadata.ROOT
                        : "ends inside group " + open.element().name(),
                null);
    }

    private void open(String name) {
        if (open.isEmpty() && !name.equals(Metadata.ROOT)) {
            throw Metadata.unreadable(file, "starts with group " + name + " instead of " + Metadata.ROOT, null);
        }
        open.push(new Metadata.Builder(file, name));
    }

    private Metadata close(String name, int lineNumber) {
        Metadata.Builder group = innermost(lineNumber);
        if (!group.name().equals(name)) {
            throw Metadata.unreadable(
                    file, "line %d closes group %s inside group %s".formatted(lineNumber, name, group.name()), null);
        }
        return open.pop().build();
    }

    private Metadata.Builder innermost(int lineNumber) {
        if (open.isEmpty()) {
            throw Metadata.unreadable(file, "line " + lineNumber + " is outside any group", null);
        }
        return open.element();
    }

    private String unquoted(String value, int lineNumber) {
        if (!value.startsWith("\"")) {
            return value;
        }
        if (value.length() < 2 || !value.endsWith("\"")) {
            throw Metadata.unreadable(file, "line " + lineNumber + " has no closing quote", null);
        }
        return value.substring(1, value.length() - 1);
    }
}
