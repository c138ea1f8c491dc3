package dev.analystcopilot.knowledge.sigma.match;

import dev.analystcopilot.knowledge.sigma.rule.ValueTest;

/// Tests in words that an analyst reads.
final class Spelling {
    private Spelling() {}

    static String of(ValueTest test) {
        return switch (test) {
            case ValueTest.Text text -> text.pattern().toString();
            case ValueTest.Regex regex -> "/" + regex.pattern().pattern() + "/";
            case ValueTest.Network network -> network.cidr().toString();
            case ValueTest.Equals equals -> equals.number().text();
            case ValueTest.Compare compare ->
                switch (compare.order()) {
                            case LESS -> "< ";
                            case AT_MOST -> "<= ";
                            case GREATER -> "> ";
                            case AT_LEAST -> ">= ";
                        }
                        + compare.number().text();
            case ValueTest.Exists exists -> exists.expected() ? "exists" : "does not exist";
            case ValueTest.Missing _ -> "null";
            case ValueTest.SameAs same -> "= " + same.field();
            case ValueTest.Placeholder placeholder -> placeholder.name();
        };
    }
}
