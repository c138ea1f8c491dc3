package dev.analystcopilot.knowledge.sigma.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A detection with its condition resolved: what must hold of an event, down to single values.
public sealed interface Expression {

    /// All must hold; true if there are none.
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least `least` must hold.
    record Some(int least, List<Expression> parts) implements Expression {
        public Some {
            parts = List.copyOf(parts);
        }
    }

    /// It must not hold.
    record Not(Expression part) implements Expression {
        public Not {
            requireNonNull(part, "part");
        }
    }

    /// A part of the detection that has a name.
    record Named(String name, Expression part) implements Expression {
        public Named {
            requireNonNull(part, "part");
        }
    }

    /// Some value of a field must pass.
    record Field(String name, ValueTest test) implements Expression {
        public Field {
            requireNonNull(test, "test");
        }
    }

    /// Some value of the event must pass, in whatever field.
    record Keyword(ValueTest test) implements Expression {
        public Keyword {
            requireNonNull(test, "test");
        }
    }

    /// One of several must hold; a single one stands for itself.
    static Expression anyOf(List<Expression> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Some(1, parts);
    }

    /// All of several must hold; a single one stands for itself.
    static Expression allOf(List<Expression> parts) {
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }
}
