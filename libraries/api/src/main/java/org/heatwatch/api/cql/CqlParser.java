package org.heatwatch.api.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Recursive-descent parser of filters, by the grammar of annex B of OGC 21-065r2. */
final class CqlParser {
    /** Parentheses and negations within each other. */
    private static final int MAX_DEPTH = 30;

    private static final int MAX_VALUES = 200;

    private final List<Token> tokens;
    private final Map<String, PropertyType> properties;
    private final Literals literals = new Literals();
    private int at;

    CqlParser(List<Token> tokens, Map<String, PropertyType> properties) {
        this.tokens = tokens;
        this.properties = properties;
    }

    Expression filter() {
        Expression expression = expression(0);
        if (peek().kind() != Token.Kind.END) {
            throw wrong(peek(), "is not expected here; join conditions with AND or OR");
        }
        return expression;
    }

    private Expression expression(int depth) {
        List<Expression> parts = new ArrayList<>(List.of(term(depth)));
        while (accept("OR")) {
            parts.add(term(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.Or(parts);
    }

    private Expression term(int depth) {
        List<Expression> parts = new ArrayList<>(List.of(factor(depth)));
        while (accept("AND")) {
            parts.add(factor(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : new Expression.And(parts);
    }

    private Expression factor(int depth) {
        if (depth > MAX_DEPTH) {
            throw wrong(peek(), "is nested more than %d deep; simplify the filter".formatted(MAX_DEPTH));
        }
        if (accept("NOT")) {
            return new Expression.Not(factor(depth + 1));
        }
        if (accept("(")) {
            Expression expression = expression(depth + 1);
            expect(")");
            return expression;
        }
        return peek().is("S_INTERSECTS") ? spatial() : predicate();
    }

    private Expression spatial() {
        at++;
        expect("(");
        Token first = next();
        expect(",");
        Token second = next();
        expect(")");
        boolean isReversed = first.kind() == Token.Kind.GEOMETRY;
        Token literal = isReversed ? first : second;
        Token name = isReversed ? second : first;
        if (typeOf(name) != PropertyType.GEOMETRY) {
            throw wrong(name, "is not the geometry; write S_INTERSECTS(geometry, BBOX(west, south, east, north))");
        }
        if (literal.kind() != Token.Kind.GEOMETRY) {
            throw wrong(
                    literal, "is not a geometry; write POINT, POLYGON and so on with coordinates, or BBOX with four");
        }
        return new Expression.Intersects(literals.geometry(literal));
    }

    private Expression predicate() {
        Token start = peek();
        Operand left = operand();
        Token operator = peek();
        if (accept("IS")) {
            boolean isNot = accept("NOT");
            expect("NULL");
            return negated(isNot, new Expression.IsNull(left));
        }
        boolean isNot = accept("NOT");
        if (accept("LIKE")) {
            require(start, left, PropertyType.TEXT, "LIKE");
            return negated(isNot, new Expression.Like(left, pattern()));
        }
        if (accept("BETWEEN")) {
            return negated(isNot, between(start, left));
        }
        if (accept("IN")) {
            return negated(isNot, in(left));
        }
        if (isNot) {
            throw wrong(peek(), "is not expected after NOT; write NOT LIKE, NOT BETWEEN or NOT IN");
        }
        for (Expression.Relation relation : Expression.Relation.values()) {
            if (accept(relation.symbol())) {
                return new Expression.Comparison(left, relation, matching(left));
            }
        }
        if (left instanceof Operand.Literal(Object value, PropertyType type) && type == PropertyType.FLAG) {
            return new Expression.Constant((Boolean) value);
        }
        throw wrong(operator, "is not a comparison; write =, <>, <, >, <=, >=, IS NULL, LIKE, BETWEEN or IN");
    }

    private static Expression negated(boolean isNot, Expression expression) {
        return isNot ? new Expression.Not(expression) : expression;
    }

    private Expression between(Token start, Operand left) {
        if (left.type() == PropertyType.TEXT || left.type() == PropertyType.FLAG) {
            require(start, left, PropertyType.NUMBER, "BETWEEN");
        }
        Operand low = matching(left);
        expect("AND");
        Operand high = matching(left);
        return new Expression.And(List.of(
                new Expression.Comparison(left, Expression.Relation.AT_LEAST, low),
                new Expression.Comparison(left, Expression.Relation.AT_MOST, high)));
    }

    private Expression in(Operand left) {
        expect("(");
        List<Expression> values = new ArrayList<>();
        do {
            if (values.size() == MAX_VALUES) {
                throw wrong(peek(), "is one of more than %d values; send several requests".formatted(MAX_VALUES));
            }
            values.add(new Expression.Comparison(left, Expression.Relation.EQUAL, matching(left)));
        } while (accept(","));
        expect(")");
        return new Expression.Or(values);
    }

    private LikePattern pattern() {
        Token token = next();
        if (token.kind() != Token.Kind.TEXT) {
            throw wrong(token, "is not a pattern; write a text in single quotes, for example 'Samas%'");
        }
        return new LikePattern(token.text());
    }

    /** A value of the type of the other side. */
    private Operand matching(Operand left) {
        Token token = peek();
        Operand right = operand();
        if (right.type() != left.type()) {
            throw wrong(token, "is of another type; compare with " + left.type().words());
        }
        return right;
    }

    private static void require(Token token, Operand operand, PropertyType type, String operator) {
        if (operand.type() != type) {
            throw wrong(token, "cannot be used with %s, which needs %s".formatted(operator, type.words()));
        }
    }

    private Operand operand() {
        Token token = next();
        if (token.kind() == Token.Kind.NAME && !properties.containsKey(token.text())) {
            if (token.is("TIMESTAMP") || token.is("DATE")) {
                expect("(");
                Operand time = literals.time(token, next());
                expect(")");
                return time;
            }
            if (token.is("TRUE") || token.is("FALSE")) {
                return new Operand.Literal(token.is("TRUE"), PropertyType.FLAG);
            }
        }
        return switch (token.kind()) {
            case TEXT -> new Operand.Literal(token.text(), PropertyType.TEXT);
            case NUMBER -> literals.number(token);
            case NAME, QUOTED_NAME -> scalar(token);
            default -> throw wrong(token, "is not a property or a value");
        };
    }

    private Operand scalar(Token token) {
        PropertyType type = typeOf(token);
        if (type == PropertyType.GEOMETRY) {
            throw wrong(token, "can only be used in S_INTERSECTS");
        }
        return new Operand.Property(name(token.text(), properties), type);
    }

    private PropertyType typeOf(Token token) {
        PropertyType type = properties.get(name(token.text(), properties));
        if (type == null) {
            throw wrong(
                    token,
                    "is not a property; properties are "
                            + properties.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return type;
    }

    /** Clients of STAC may write the path of a property within an item. */
    static String name(String written, Map<String, PropertyType> properties) {
        return properties.containsKey(written) ? written : written.replaceFirst("^properties\\.", "");
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean accept(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw wrong(peek(), "is not expected here; write " + word);
        }
    }

    static IllegalArgumentException wrong(Token token, String defect) {
        String shown = token.shown().replaceAll("[^\\x20-\\x7e]", "?");
        String brief = shown.length() > 60 ? shown.substring(0, 60) + "...'" : shown;
        return new IllegalArgumentException("character %d: %s %s".formatted(token.position(), brief, defect));
    }
}
