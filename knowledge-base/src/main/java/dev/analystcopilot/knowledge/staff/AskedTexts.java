package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Other words for what the shipped staff documents answer: `knowledge/asked/<language>.tsv`, a document's name, a tab,
/// and ways to ask, with bars between them; a document may have several lines. And what people ask a help desk that no
/// staff document is about:
/// `knowledge/asked/outside-<language>.txt`.
final class AskedTexts {
    private static final Pattern BAR = Pattern.compile("\\|");

    private AskedTexts() {}

    static Map<String, List<String>> shipped(Language language) {
        var asked = new HashMap<String, List<String>>();
        for (String line : Resources.lines("knowledge/asked/" + language.code() + ".tsv")) {
            int tab = line.indexOf('\t');
            asked.computeIfAbsent(line.substring(0, tab), ref -> new ArrayList<>())
                    .addAll(Arrays.asList(BAR.split(line.substring(tab + 1))));
        }
        asked.replaceAll((ref, ways) -> List.copyOf(ways));
        return Map.copyOf(asked);
    }

    /// All of them.
    static Set<String> all(Language language) {
        return shipped(language).values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> outside(Language language) {
        return Resources.lines("knowledge/asked/outside-" + language.code() + ".txt");
    }
}
