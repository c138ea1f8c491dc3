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
    /// @param plain whether it looks like a word, and only how it is written or where it stands makes it a name
    record Name(int start, int end, String said, String value, boolean plain) implements Atom {}

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
    /// @param least that bears it out: the number itself unless it is said to be rough
    /// @param most that bears it out
    record Number(
            int start, int end, String said, double value, Unit per, Set<String> context, double least, double most)
            implements Atom {
        public Number {
            context = Set.copyOf(context);
            requireNonNull(per, "per");
        }

        public boolean is(double count) {
            return count >= least - 1e-9 && count <= most + 1e-9;
        }

        /// Whether it is said as it is.
        public boolean exact() {
            return least == most;
        }
    }

    /// A share, a confidence, a score: 0 to 1.
    ///
    /// @param of `confidence`, `score` or empty
    /// @param least that bears it out, by half of the last digit that is given unless it is said to be rough
    /// @param most that bears it out
    record Rate(int start, int end, String said, double value, String of, double least, double most) implements Atom {
        public boolean is(double rate) {
            return rate >= least && rate <= most;
        }

        /// Whether it is only said from one side.
        public boolean bounded() {
            return least == 0 || most == 1;
        }
    }

    /// A length of time.
    ///
    /// @param unit in which it is given, in seconds
    record Span(int start, int end, String said, double seconds, int unit, Bound bound) implements Atom {}

    /// A word of verdict, outcome or severity.
    record Judged(int start, int end, String said, Judgement judgement, boolean negated) implements Atom {}

    /// The name of an ATT&CK technique or of a kind of attack, in either language.
    ///
    /// @param name of the kind that both languages share
    record Term(int start, int end, String said, String name) implements Atom {}

    /// What somebody did.
    ///
    /// @param name of the act that both languages share
    /// @param denied "never deleted"
    /// @param open whether the sentence only supposes or asks it
    record Act(int start, int end, String said, String name, boolean denied, boolean open) implements Atom {}

    /// That what is said before comes earlier or later than what is said after it.
    record Order(int start, int end, String said, boolean leftFirst, boolean leads) implements Atom {}

    /// That something comes first, is the most, is the only one.
    ///
    /// @param of what is compared
    record Rank(int start, int end, String said, Place place, Unit of) implements Atom {}

    /// In which minute, hour or day something happened, as seen from something else.
    ///
    /// @param unit in seconds
    /// @param count how many of them lie between: 0 for "the same day", 1 for "the next day"
    record Apart(int start, int end, String said, int unit, int count) implements Atom {}

    /// Whether statements are made of it; all else is looked at on the whole sentence.
    default boolean inBlocks() {
        return switch (this) {
            case Name ignored -> true;
            case Technique ignored -> true;
            case Quote ignored -> true;
            case Moment ignored -> true;
            case Number ignored -> true;
            case Rate ignored -> true;
            case Judged ignored -> true;
            case Term ignored -> true;
            case Span ignored -> false;
            case Order ignored -> false;
            case Act ignored -> false;
            case Rank ignored -> false;
            case Apart ignored -> false;
        };
    }

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
            case Act ignored -> 11;
            case Rank ignored -> 12;
            case Apart ignored -> 13;
        };
    }

    /// Among all the others.
    enum Place {
        FIRST,
        LAST,
        MOST,
        FEWEST,
        ONLY
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
