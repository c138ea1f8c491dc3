package dev.analystcopilot.triage.investigate;

import java.util.List;
import java.util.regex.Pattern;

/// A kind of value that questions ask for.
///
/// @param ask what the question says when it wants this
/// @param from types of things that have it, the best first
/// @param attributes the best first
/// @param rank decides where two kinds begin at the same place of a question
record Wanted(String kind, int rank, List<Pattern> ask, List<String> from, List<String> attributes) {
    Wanted {
        ask = List.copyOf(ask);
        from = List.copyOf(from);
        attributes = List.copyOf(attributes);
        if (ask.isEmpty() || from.isEmpty() || attributes.isEmpty()) {
            throw new IllegalArgumentException("'" + kind + "' needs ask, from and attributes");
        }
    }

    /// What two values of one answer are called.
    String label() {
        String words = kind.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
