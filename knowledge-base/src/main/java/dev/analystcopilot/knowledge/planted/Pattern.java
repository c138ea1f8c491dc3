package dev.analystcopilot.knowledge.planted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Classes of words that make an instruction when they follow each other; see `patterns.txt`.
///
/// @param anyOrder the classes in the fields of one alert, in whatever order
/// @param first only at the beginning of a sentence
/// @param guard no such word before it in the sentence
/// @param guarded in how many words before
/// @param veto no such word next
record Pattern(
        Kind kind,
        double inAlert,
        double inDocument,
        boolean anyOrder,
        boolean first,
        @Nullable Classes guard,
        int guarded,
        @Nullable Classes veto,
        List<Element> elements) {
    private static final String FILE = "/knowledge/planted/patterns.txt";
    private static final int GUARDED = 3;
    private static final int GUARDED_FAR = 12;

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
                    Kind.OVERRIDE, Double.parseDouble(parts.get(1)), 0, true, false, null, 0, null, elements);
        }
        var elements = new ArrayList<Element>();
        boolean first = false;
        Classes guard = null;
        int guarded = 0;
        Classes veto = null;
        int gap = 0;
        for (String part : parts.subList(3, parts.size())) {
            switch (part.charAt(0)) {
                case '^' -> first = true;
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
                false,
                first,
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
            return vetoed ? -1 : at;
        }
        Element next = elements.get(element);
        int end = Math.min(reading.size() - 1, at + 1 + next.gap());
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
