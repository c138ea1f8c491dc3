package dev.analystcopilot.api.grounding.atom;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/// One thing in a sentence that evidence can bear out or not, at its place in the sentence.
public sealed interface Atom {

    int start();

    int end();

    /// As it stands in the sentence, for people.
    String said();

    /// An identifier, an address, a file, a name: something that stands in evidence letter by letter.
    ///
    /// @param value in small letters
    record Name(int start, int end, String said, String value) implements Atom {}

    /// An ATT&CK id, in capitals.
    record Technique(int start, int end, String said, String id) implements Atom {}

    /// Words in quotation marks.
    record Quote(int start, int end, String said, String words) implements Atom {}

    /// A date, a time of day, or both.
    ///
    /// @param roughly "about 03:12"
    /// @param edge whether it is said to be the beginning or the end
    record Moment(int start, int end, String said, When when, boolean roughly, Edge edge) implements Atom {}

    /// @param per what is counted
    /// @param context words around it, which have to stand around the same number in evidence
    /// @param slack by how much of itself the number may be off: 0 unless it is said to be rough
    record Number(int start, int end, String said, double value, Unit per, Set<String> context, double slack)
            implements Atom {
        public Number {
            context = Set.copyOf(context);
            requireNonNull(per, "per");
        }
    }

    /// A share, a confidence, a score: 0 to 1.
    ///
    /// @param of `confidence`, `score` or empty
    /// @param slack half of the last digit that is given
    record Rate(int start, int end, String said, double value, String of, double slack) implements Atom {}

    /// A length of time.
    ///
    /// @param unit in which it is given, in seconds
    record Span(int start, int end, String said, double seconds, int unit, boolean roughly) implements Atom {}

    /// A word of verdict, outcome or severity.
    record Judged(int start, int end, String said, Judgement judgement, boolean negated) implements Atom {}

    /// The name of an ATT&CK technique or of a kind of attack, in either language.
    ///
    /// @param name of the kind that both languages share
    record Term(int start, int end, String said, String name) implements Atom {}

    /// That what is said before comes earlier or later than what is said after it.
    record Order(int start, int end, String said, boolean leftFirst, boolean leads) implements Atom {}

    /// What atoms of different kinds are told apart by when a sentence falls into several statements.
    default int kind() {
        return switch (this) {
            case Name ignored -> 0;
            case Technique ignored -> 1;
            case Term ignored -> 1;
            case Quote ignored -> 2;
            case Moment ignored -> 3;
            case Number ignored -> 4;
            case Rate ignored -> 5;
            case Span ignored -> 6;
            case Judged judged ->
                switch (judged.judgement().family()) {
                    case VERDICT -> 7;
                    case OUTCOME -> 8;
                    case SEVERITY -> 9;
                };
            case Order ignored -> 10;
        };
    }

    /// Which of its times something is told by.
    enum Edge {
        ANY,
        FIRST,
        LAST
    }

    /// What is counted.
    enum Unit {
        ALERT,
        STEP,
        HOST,
        USER,
        ADDRESS,
        CASE,
        /// The number of a step, not how many there are.
        STEP_NUMBER,
        OTHER
    }
}
