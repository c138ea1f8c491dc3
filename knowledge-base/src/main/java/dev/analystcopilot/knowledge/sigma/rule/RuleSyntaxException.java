package dev.analystcopilot.knowledge.sigma.rule;

/// A rule says what it may not; the message names the place in it.
final class RuleSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleSyntaxException(String message) {
        super(message);
    }
}
