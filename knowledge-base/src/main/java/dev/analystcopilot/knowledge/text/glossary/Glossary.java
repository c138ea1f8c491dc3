package dev.analystcopilot.knowledge.text.glossary;

import dev.analystcopilot.knowledge.text.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Security terms and the everyday words around them, in English and Chinese. Cuts a text of one language into terms
/// with their meanings in the other. Thread-safe.
public final class Glossary {
    private static final String PAIRS = "/knowledge/glossary/pairs.tsv";
    private static final String TECHNIQUES = "/knowledge/attack/techniques.tsv";
    private static final String TACTICS = "/knowledge/attack/tactics.tsv";
    private static final String NAME = "technique";

    private final int size;
    private final ChineseTerms chinese;
    private final EnglishTerms english;
    private final Stems stems = new Stems();

    Glossary(List<Pair> pairs) {
        this.size = pairs.size();
        this.chinese = new ChineseTerms(senses(pairs, Pair::zh, Pair::en));
        this.english = new EnglishTerms(senses(pairs, Pair::en, Pair::zh), stems);
    }

    /// What the product ships: its own pairs, and the names of ATT&CK's tactics and techniques.
    public static Glossary shipped() {
        var pairs = new ArrayList<>(shippedPairs());
        pairs.addAll(names(TACTICS, 2, 3));
        pairs.addAll(names(TECHNIQUES, 1, 2));
        return new Glossary(pairs);
    }

    static List<Pair> shippedPairs() {
        return Pair.parse(PAIRS, lines(PAIRS));
    }

    private static List<Pair> names(String table, int en, int zh) {
        return lines(table).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("id\t"))
                .map(line -> line.split("\t", -1))
                .map(fields -> new Pair(fields[zh], fields[en], NAME))
                .toList();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Glossary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /// The n-th sense of a word weighs 1/n: the order in the file is the order of how common they are.
    private static Map<String, List<Sense>> senses(
            List<Pair> pairs, Function<Pair, String> key, Function<Pair, String> meaning) {
        Map<String, List<Pair>> grouped = pairs.stream()
                .filter(pair -> !key.apply(pair).equals(Pair.NOTHING))
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        var senses = new LinkedHashMap<String, List<Sense>>();
        grouped.forEach((word, group) -> {
            List<String> meanings = group.stream()
                    .map(meaning)
                    .map(text -> text.equals(Pair.NOTHING) ? "" : text)
                    .distinct()
                    .toList();
            boolean function = group.getFirst().isFunction();
            var list = new ArrayList<Sense>();
            for (String one : meanings) {
                list.add(new Sense(one, 1.0 / (list.size() + 1), function));
            }
            senses.put(word, List.copyOf(list));
        });
        return senses;
    }

    /// How many pairs it has.
    public int size() {
        return size;
    }

    /// Cuts a text, in its order; punctuation is left out.
    public List<Segment> segment(String text, Language language) {
        return switch (language) {
            case ZH -> chineseSegments(text);
            case EN -> englishSegments(text);
        };
    }

    /// Word by word, each in its commonest sense; what is not known is left out, names are kept.
    public String translate(String text, Language from) {
        String between = switch (from) {
            case ZH -> " ";
            case EN -> "";
        };
        return segment(text, from).stream()
                .map(segment -> switch (segment) {
                    case Segment.Term term -> term.best().text();
                    case Segment.Same same -> from == Language.EN ? " " + same.text() + " " : same.text();
                    case Segment.Unknown _ -> "";
                })
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(between))
                .strip();
    }

    private List<Segment> chineseSegments(String text) {
        var segments = new ArrayList<Segment>();
        int restFrom = 0;
        for (ChineseTerms.Cut cut : chinese.cut(text)) {
            List<Sense> senses = cut.senses();
            if (senses != null) {
                addRest(text.substring(restFrom, cut.start()), segments);
                segments.add(new Segment.Term(text.substring(cut.start(), cut.end()), senses));
                restFrom = cut.end();
            }
        }
        addRest(text.substring(restFrom), segments);
        return List.copyOf(segments);
    }

    private void addRest(String rest, List<Segment> segments) {
        for (String run : rest.split("(?<=\\p{IsHan})(?=\\P{IsHan})|(?<=\\P{IsHan})(?=\\p{IsHan})")) {
            if (run.isBlank()) {
                continue;
            }
            if (Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN) {
                stems.chinese(run).forEach(word -> segments.add(new Segment.Unknown(word)));
            } else if (run.chars().anyMatch(Character::isLetterOrDigit)) {
                segments.add(new Segment.Same(run.strip()));
            }
        }
    }

    private List<Segment> englishSegments(String text) {
        return english.in(text).stream().map(Glossary::segment).toList();
    }

    private static Segment segment(EnglishTerms.Found found) {
        if (!found.senses().isEmpty()) {
            return new Segment.Term(found.text(), found.senses());
        }
        return EnglishTerms.looksLikeName(found.text())
                ? new Segment.Same(found.text())
                : new Segment.Unknown(found.text());
    }
}
