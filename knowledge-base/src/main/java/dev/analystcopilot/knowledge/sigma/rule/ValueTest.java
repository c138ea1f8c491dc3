package dev.analystcopilot.knowledge.sigma.rule;

import static java.util.Objects.requireNonNull;

import com.google.re2j.Pattern;

/// What is asked of a field's value.
public sealed interface ValueTest {

    /// A text with wildcards, over the whole value.
    record Text(WildcardPattern pattern) implements ValueTest {
        public Text {
            requireNonNull(pattern, "pattern");
        }
    }

    /// A regular expression, found anywhere in the value. Linear in the value's length.
    record Regex(Pattern pattern) implements ValueTest {
        public Regex {
            requireNonNull(pattern, "pattern");
        }
    }

    /// An address within a network.
    record Network(Cidr cidr) implements ValueTest {
        public Network {
            requireNonNull(cidr, "cidr");
        }
    }

    /// A number, as the rule spells it.
    record Equals(NumberText number) implements ValueTest {
        public Equals {
            requireNonNull(number, "number");
        }
    }

    /// A number on one side of another.
    record Compare(Order order, NumberText number) implements ValueTest {
        public Compare {
            requireNonNull(order, "order");
        }
    }

    /// The field is there, or is not.
    record Exists(boolean expected) implements ValueTest {}

    /// The field is missing or has no value.
    record Missing() implements ValueTest {}

    /// The same value as another field's, or a part of it.
    record SameAs(String field, Part part) implements ValueTest {
        public SameAs {
            requireNonNull(part, "part");
        }
    }

    /// A placeholder such as `%admins%`, which a site would fill in: it matches nothing.
    record Placeholder(String name) implements ValueTest {}

    /// Where a text must stand in a value.
    enum Part {
        WHOLE,
        START,
        END,
        INSIDE
    }

    /// How a number must compare.
    enum Order {
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }
}
