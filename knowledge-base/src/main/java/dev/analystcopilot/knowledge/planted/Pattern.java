package dev.analystcopilot.knowledge.planted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Classes of words that make an instruction when they follow each other; see `patterns.txt`.
///
/// @param order how its classes stand to each other
/// @param first only at the beginning of a sentence
/// @param last only at the end of a sentence
/// @param guard no such word before it in the sentence
/// @param guarded in how many words before
/// @param veto no such word next
record Pattern(
        Kind kind,
        double inAlert,
        double inDocument,
        Order order,
        boolean first,
        boolean last,
        @Nullable Classes guard,
        int guarded,
        @Nullable Classes veto,
        List<Element> elements) {
    private static final String FILE = "/knowledge/planted/patterns.txt";
    private static final int GUARDED = 3;
    private static final int GUARDED_FAR = 12;
    private static final int LONGEST_SENTENCE = 60;

    enum Order {
        /// One after the other.
        FOLLOWING,
        /// In one sentence, each another word: languages and writers differ in what comes first.
        SENTENCE,
        /// Anywhere in the short fields of one alert.
        FIELDS
    }

    /// @param gap how many words may stand between the one before and this
    record Element(Classes classes, int gap) {}

    Pattern {
        elements = List.copyOf(elements);
    }

    static List<Pattern> load(Lexicon lexicon) {
        return Lexicon.lines(FILE).stream().map(line -> parse(line, lexicon)).toList();
    }

    private static Pattern parse(String line, Lexicon lexicon) {
        List<String> parts = Arrays.asList(line.strip().split("\\s+", -1));
        if (parts.getFirst().equals("any")) {
            List<Element> elements = parts.subList(2, parts.size()).stream()
                    .filter(part -> !part.equals("&"))
                    .map(part -> new Element(classes(part, lexicon), 0))
                    .toList();
            return new Pattern(
                    Kind.OVERRIDE,
                    Double.parseDouble(parts.get(1)),
                    0,
                    Order.FIELDS,
                    false,
                    false,
                    null,
                    0,
                    null,
                    elements);
        }
        var elements = new ArrayList<Element>();
        boolean first = false;
        boolean last = false;
        Order order = Order.FOLLOWING;
        Classes guard = null;
        int guarded = 0;
        Classes veto = null;
        int gap = 0;
        for (String part : parts.subList(3, parts.size())) {
            switch (part.charAt(0)) {
                case '^' -> first = true;
                case '$' -> last = true;
                case '&' -> order = Order.SENTENCE;
                case '~' -> gap = Integer.parseInt(part.substring(1));
                case '-' -> {
                    guard = classes(part.substring(1), lexicon);
                    guarded = part.equals("-not") ? GUARDED : GUARDED_FAR;
                }
                case '!' -> veto = classes(part.substring(1), lexicon);
                default -> {
                    elements.add(new Element(classes(part, lexicon), gap));
                    gap = 0;
                }
            }
        }
        return new Pattern(
                Kind.valueOf(parts.get(0).toUpperCase(Locale.ROOT)),
                Double.parseDouble(parts.get(1)),
                Double.parseDouble(parts.get(2)),
                order,
                first,
                last,
                guard,
                guarded,
                veto,
                elements);
    }

    private static Classes classes(String names, Lexicon lexicon) {
        Classes all = Classes.NONE;
        for (String name : names.split("\\|", -1)) {
            all = all.or(lexicon.classOf(name));
        }
        return all;
    }

    double score(Place place) {
        return switch (place) {
            case ALERT -> inAlert;
            case DOCUMENT -> inDocument;
            case QUOTED -> kind == Kind.VERDICT || inAlert < PlantedInstructions.SURE ? inDocument : inAlert;
        };
    }

    /// Whether words of all its classes are there, wherever.
    boolean possible(Classes there) {
        for (Element element : elements) {
            if (!element.classes().meets(there)) {
                return false;
            }
        }
        return true;
    }

    /// @return the first match as the words from its first to its last, or null
    @Nullable
    Span match(Reading reading) {
        if (order == Order.SENTENCE) {
            return matchSentence(reading);
        }
        for (int i = 0; i < reading.size(); i++) {
            if (elements.getFirst().classes().meets(reading.classes(i))
                    && (!first || reading.starts(i))
                    && !guarded(reading, i)) {
                int last = follow(reading, i, 1);
                if (last >= 0) {
                    return new Span(i, last);
                }
            }
        }
        return null;
    }

    private @Nullable Span matchSentence(Reading reading) {
        int end;
        for (int from = 0; from < reading.size(); from = end) {
            end = reading.sentenceEnd(from);
            if (end - from <= LONGEST_SENTENCE
                    && (guard == null || !guard.meets(reading.classes(from, end)))
                    && possible(reading.classes(from, end))
                    && each(reading, from, end, 0, new BitSet())) {
                return new Span(from, end - 1);
            }
        }
        return null;
    }

    /// Whether each element finds a word of its own.
    private boolean each(Reading reading, int from, int end, int element, BitSet taken) {
        if (element == elements.size()) {
            return true;
        }
        for (int i = from; i < end; i++) {
            if (!taken.get(i) && elements.get(element).classes().meets(reading.classes(i))) {
                taken.set(i);
                if (each(reading, from, end, element + 1, taken)) {
                    return true;
                }
                taken.clear(i);
            }
        }
        return false;
    }

    private boolean guarded(Reading reading, int at) {
        if (guard != null) {
            for (int i = Math.max(0, at - guarded); i < at; i++) {
                if (guard.meets(reading.classes(i)) && reading.sentenceOf(i) == reading.sentenceOf(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int follow(Reading reading, int at, int element) {
        if (element == elements.size()) {
            boolean vetoed = veto != null && at + 1 < reading.size() && veto.meets(reading.classes(at + 1));
            return vetoed || (last && reading.sentenceEnd(at) != at + 1) ? -1 : at;
        }
        Element next = elements.get(element);
        int end = Math.min((first || last ? reading.sentenceEnd(at) : reading.size()) - 1, at + 1 + next.gap());
        for (int i = at + 1; i <= end; i++) {
            if (next.classes().meets(reading.classes(i))) {
                int last = follow(reading, i, element + 1);
                if (last >= 0) {
                    return last;
                }
            }
        }
        return -1;
    }

    /// Words of a reading, both inclusive.
    record Span(int first, int last) {}
}
