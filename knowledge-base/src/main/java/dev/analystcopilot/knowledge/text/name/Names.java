package dev.analystcopilot.knowledge.text.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.namefind.DictionaryNameFinder;
import opennlp.tools.util.Span;
import opennlp.tools.util.StringList;

/// Finds malware, tools and groups by name in English and Chinese texts, the longest name at each place. Thread-safe.
///
/// Names that are English words, too (`Net`, `Ping`, `at`), count only as they are written where they mean the program:
/// as `net.exe`, or in the spelling that ATT&CK gives them and not at the beginning of a sentence.
public final class Names {
    private final DictionaryNameFinder finder;
    private final Map<String, KnownName> byTokens = new HashMap<>();
    private final EnglishWords words = new EnglishWords();

    public Names(Collection<KnownName> known) {
        var dictionary = new Dictionary(false);
        for (KnownName one : known) {
            Stream.concat(Stream.of(one.name()), one.aliases().stream()).forEach(name -> add(name, one, dictionary));
        }
        this.finder = new DictionaryNameFinder(dictionary);
    }

    /// The tools that the product ships, with those of an import that it does not have.
    public static Names with(Collection<KnownName> imported) {
        var all = new ArrayList<>(imported);
        all.addAll(CommonTools.shipped());
        return new Names(all);
    }

    /// The first to claim a name has it.
    private void add(String name, KnownName known, Dictionary dictionary) {
        List<String> tokens =
                NameTokens.of(name).stream().map(NameTokens.Token::text).toList();
        if (!tokens.isEmpty() && byTokens.putIfAbsent(key(tokens), known) == null) {
            dictionary.put(new StringList(tokens.toArray(String[]::new)));
        }
    }

    private static String key(List<String> tokens) {
        return String.join("\u0000", tokens).toLowerCase(Locale.ROOT);
    }

    /// In the order of the text; none overlaps another.
    public List<NameMatch> in(String text) {
        List<NameTokens.Token> tokens = NameTokens.of(text);
        String[] plain = tokens.stream().map(NameTokens.Token::text).toArray(String[]::new);
        var found = new ArrayList<NameMatch>();
        for (Span span : finder.find(plain)) {
            List<NameTokens.Token> part = tokens.subList(span.getStart(), span.getEnd());
            KnownName known =
                    byTokens.get(key(part.stream().map(NameTokens.Token::text).toList()));
            int start = part.getFirst().start();
            int end = part.getLast().end();
            String shown = text.substring(start, end);
            if (known != null && words.meansTheProgram(known, shown, text, start, end)) {
                found.add(new NameMatch(known, shown, start, end));
            }
        }
        return List.copyOf(found);
    }
}
