package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.knowledge.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Other words for what the shipped staff documents answer: `knowledge/asked/<language>.tsv`, a document's name, a tab,
/// and ways to ask, with bars between them. And what people ask a help desk that no staff document is about:
/// `knowledge/asked/outside-<language>.txt`.
final class AskedTexts {
    private static final Pattern BAR = Pattern.compile("\\|");

    private AskedTexts() {}

    static Map<String, List<String>> shipped(Language language) {
        var asked = new HashMap<String, List<String>>();
        for (String line : Resources.lines("knowledge/asked/" + language.code() + ".tsv")) {
            int tab = line.indexOf('\t');
            asked.put(
                    line.substring(0, tab),
                    BAR.splitAsStream(line.substring(tab + 1)).toList());
        }
        return Map.copyOf(asked);
    }

    static List<String> outside(Language language) {
        return Resources.lines("knowledge/asked/outside-" + language.code() + ".txt");
    }
}
