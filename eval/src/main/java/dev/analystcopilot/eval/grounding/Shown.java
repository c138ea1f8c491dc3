package dev.analystcopilot.eval.grounding;

import dev.analystcopilot.eval.service.Heard;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What of an answer people see as fact, as labelled, as struck: read from the events alone, letters and digits only.
record Shown(String fact, String struck, int counted) {
    private static final Pattern STRUCK = Pattern.compile("~~(.*?)~~", Pattern.DOTALL);
    private static final String LABEL = "\u0001";

    static Shown of(List<Heard> events) {
        var words = new StringBuilder();
        for (Heard event : events) {
            if (event.type().equals("status")
                    && event.data().path("stage").asString("").equals("fallback")) {
                break;
            }
            if (event.type().equals("token")) {
                words.append(event.data().path("text").asString(""));
            }
        }
        int counted = Heard.first(events, "done")
                .map(done -> done.path("struck").asInt())
                .orElse(0);
        return of(words.toString(), counted);
    }

    static Shown of(String words, int counted) {
        var struck = new StringBuilder();
        var found = STRUCK.matcher(words);
        while (found.find()) {
            struck.append(found.group(1)).append('\n');
        }
        String kept = STRUCK.matcher(words)
                .replaceAll("\n")
                .replace("*(not proven)*", LABEL)
                .replace("*（未经证实）*", LABEL);
        return new Shown(squeezed(kept), squeezed(struck.toString()), counted);
    }

    enum Fate {
        FACT,
        LABELLED,
        STRUCK,
        WITHHELD
    }

    Fate of(String sentence) {
        String wanted = squeezed(sentence);
        int at = fact.indexOf(wanted);
        if (at >= 0) {
            return fact.startsWith(LABEL, at + wanted.length()) ? Fate.LABELLED : Fate.FACT;
        }
        return struck.contains(wanted) ? Fate.STRUCK : Fate.WITHHELD;
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}" + LABEL + "]+", "");
    }
}
