package dev.analystcopilot.triage.sign;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One condition on a body: `FIELD[/FIELD…] has|is|starts|ends A | B …`, `FIELD matches REGEX` or `FIELD exists`. It
/// holds when one of the fields fulfils one of the alternatives. Regular expressions are Java's, with a bound on their
/// steps: see [Steps].
sealed interface Clause {

    /// Stands for a blank that counts, at the ends of a value.
    char BLANK = '·';

    boolean holds(Body body);

    /// What comes first is cheap: the regular expressions of a sign are tried last.
    default int cost() {
        return switch (this) {
            case Exists ignored -> 0;
            case Words words -> words.test() == Test.HAS ? 2 : 1;
            case Regex ignored -> 3;
        };
    }

    /// How a value is compared.
    enum Test {
        HAS,
        IS,
        STARTS,
        ENDS
    }

    record Exists(List<Field> fields) implements Clause {
        public Exists {
            fields = List.copyOf(fields);
        }

        @Override
        public boolean holds(Body body) {
            return fields.stream().anyMatch(body::has);
        }
    }

    record Words(Test test, List<Field> fields, List<Literal> values) implements Clause {
        public Words {
            fields = List.copyOf(fields);
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Body body) {
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                if (body.has(field)) {
                    for (int k = 0; k < values.size(); k++) {
                        if (fulfils(body, field, values.get(k))) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private boolean fulfils(Body body, Field field, Literal value) {
            return switch (test) {
                case HAS -> body.contains(field, value);
                case IS -> body.is(field, value.text());
                case STARTS -> body.starts(field, value.text());
                case ENDS -> body.ends(field, value.text());
            };
        }
    }

    /// A regular expression, run only where one of the literals that it needs is there.
    ///
    /// @param literals none: it is run wherever the sign's other conditions hold
    record Regex(List<Field> fields, Pattern pattern, List<Literal> literals) implements Clause {
        public Regex {
            fields = List.copyOf(fields);
            literals = List.copyOf(literals);
        }

        @Override
        public boolean holds(Body body) {
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                if (body.has(field) && mayMatch(body, field) && Steps.find(pattern, body.get(field))) {
                    return true;
                }
            }
            return false;
        }

        private boolean mayMatch(Body body, Field field) {
            if (literals.isEmpty()) {
                return true;
            }
            for (int i = 0; i < literals.size(); i++) {
                if (body.contains(field, literals.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    static Clause of(String text) {
        String[] parts = text.strip().split(" +", 3);
        List<Field> fields =
                List.of(parts[0].split("/", -1)).stream().map(Field::ofRule).toList();
        if (parts.length == 2 && parts[1].equals("exists")) {
            return new Exists(fields);
        }
        if (parts.length < 3) {
            throw new IllegalArgumentException("a condition is FIELD TEST VALUE, not '" + text + "'");
        }
        if (parts[1].equals("matches")) {
            List<Literal> needed =
                    Literals.required(parts[2]).stream().map(Literal::new).toList();
            return new Regex(fields, Pattern.compile(parts[2]), needed);
        }
        List<Literal> values = List.of(parts[2].split(" \\| ", -1)).stream()
                .map(value -> new Literal(value.strip().replace(BLANK, ' ').toLowerCase(Locale.ROOT)))
                .toList();
        return new Words(Test.valueOf(parts[1].toUpperCase(Locale.ROOT)), fields, values);
    }
}
