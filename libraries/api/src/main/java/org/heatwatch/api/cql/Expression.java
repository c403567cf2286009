package org.heatwatch.api.cql;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A condition: true, false, or null if a value that it needs is unknown. */
sealed interface Expression {
    @Nullable
    Boolean of(FilteredFeature feature);

    /** All of several conditions. */
    record And(List<Expression> parts) implements Expression {
        @Override
        public @Nullable Boolean of(FilteredFeature feature) {
            return Expression.combined(parts, feature, false);
        }
    }

    /** At least one of several conditions. */
    record Or(List<Expression> parts) implements Expression {
        @Override
        public @Nullable Boolean of(FilteredFeature feature) {
            return Expression.combined(parts, feature, true);
        }
    }

    /** A condition that must not hold. */
    record Not(Expression part) implements Expression {
        @Override
        public @Nullable Boolean of(FilteredFeature feature) {
            Boolean value = part.of(feature);
            return value == null ? null : (Boolean) !value;
        }
    }

    /** TRUE or FALSE. */
    record Constant(boolean value) implements Expression {
        @Override
        public Boolean of(FilteredFeature feature) {
            return value;
        }
    }

    /** A comparison of two values of the same type. */
    record Comparison(Operand left, Relation relation, Operand right) implements Expression {
        @Override
        public @Nullable Boolean of(FilteredFeature feature) {
            Object first = left.of(feature);
            Object second = right.of(feature);
            if (first == null || second == null) {
                return null;
            }
            return relation.holds(compare(first, second));
        }
    }

    /** Whether a property is unknown. */
    record IsNull(Operand operand) implements Expression {
        @Override
        public Boolean of(FilteredFeature feature) {
            return operand.of(feature) == null;
        }
    }

    /** Whether a text matches a pattern. */
    record Like(Operand operand, LikePattern pattern) implements Expression {
        @Override
        public @Nullable Boolean of(FilteredFeature feature) {
            Object text = operand.of(feature);
            return text == null ? null : (Boolean) pattern.matches(text.toString());
        }
    }

    /** Whether the geometry of a feature intersects another. */
    record Intersects(Geometry geometry) implements Expression {
        @Override
        public Boolean of(FilteredFeature feature) {
            for (int part = 0; part < geometry.getNumGeometries(); part++) {
                if (geometry.getGeometryN(part).intersects(feature.geometry())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Relations between two values. */
    enum Relation {
        EQUAL("="),
        UNEQUAL("<>"),
        LESS("<"),
        GREATER(">"),
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case GREATER -> order > 0;
                case AT_MOST -> order <= 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** The value that decides if one part has it; otherwise unknown if one is, and else the other value. */
    private static @Nullable Boolean combined(List<Expression> parts, FilteredFeature feature, boolean decisive) {
        boolean isKnown = true;
        for (Expression part : parts) {
            Boolean value = part.of(feature);
            if (value == null) {
                isKnown = false;
            } else if (value == decisive) {
                return decisive;
            }
        }
        return isKnown ? (Boolean) !decisive : null;
    }

    private static int compare(Object first, Object second) {
        return switch (first) {
            case Number number -> Double.compare(number.doubleValue(), ((Number) second).doubleValue());
            case Boolean flag -> Boolean.compare(flag, (Boolean) second);
            case Instant instant -> instant.compareTo((Instant) second);
            default -> first.toString().compareTo(second.toString());
        };
    }
}
