package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.text.Lemmas;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a question about ATT&CK says outright: the id or the name of a page, a tactic, the kind of page it asks for.
/// Embeddings blur all of these. Words of English are compared by their base forms: `mitigating` and `mitigations` ask
/// for
/// the same. Works on the passage alone; thread-safe.
public final class AttackReranker {
    private static final Pattern ID = Pattern.compile(
            "(?<![\\w.])(?:T\\d{4}(?:\\.\\d{3})?|TA\\d{4}|[GSMC]\\d{4}|DET\\d{4})(?![\\w])", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ATTACK_KINDS =
            Set.of("technique", "procedure", "tactic", "mitigation", "group", "software", "campaign", "detection");
    private static final int SHORTEST_NAME = 3;
    /// What is sought stands at the beginning; the model reads a sentence in milliseconds, an article in seconds.
    private static final int LONGEST_READ = 300;

    private static final double BY_ID = 1;
    private static final double BY_NAME = 0.6;
    private static final double BY_HEADING = 0.25;
    private static final double BY_KIND = 0.1;

    /// What a question may ask for, with the words for it.
    private enum Sought {
        MITIGATION(
                "mitigate|mitigation|prevent|prevention|countermeasure|recommend|recommended",
                "缓解|防护|防范",
                "mitigation",
                "Mitigation"),
        GROUP("group|actor", "组织|团伙", "group", "procedure"),
        SOFTWARE("malware|software|tool|ransomware", "恶意软件|工具", "software", "procedure"),
        CAMPAIGN("campaign|operation", "行动|活动", "campaign", "procedure"),
        DETECTION("detect|detection|monitor|monitoring", "检测|监测", "detection", "Detection"),
        TACTIC("tactic", "战术", "tactic", ""),
        TECHNIQUE("technique|subtechnique|sub-technique", "技术", "technique", "");

        private final Pattern lemmas;
        private final Pattern chinese;
        private final String kind;
        private final String heading;

        Sought(String lemmas, String chinese, String kind, String heading) {
            this.lemmas = Pattern.compile(lemmas);
            this.chinese = Pattern.compile(chinese);
            this.kind = kind;
            this.heading = heading;
        }

        boolean in(String question, List<Lemmas.Word> words) {
            return chinese.matcher(question).find()
                    || words.stream()
                            .map(Lemmas.Word::lemma)
                            .anyMatch(lemma -> lemmas.matcher(lemma).matches());
        }
    }

    private final Lemmas lemmas = new Lemmas();

    /// A question, read once for all passages.
    ///
    /// @param text with blanks around each word, in small letters
    public record Asked(String text, Set<String> ids, Set<String> kinds, Set<String> headings) {
        public Asked {
            ids = Set.copyOf(ids);
            kinds = Set.copyOf(kinds);
            headings = Set.copyOf(headings);
        }
    }

    public Asked read(String question) {
        String beginning = question.substring(0, Math.min(question.length(), LONGEST_READ));
        List<Lemmas.Word> words = lemmas.of(beginning);
        Set<String> kinds = new HashSet<>();
        Set<String> headings = new HashSet<>();
        for (Sought one : Sought.values()) {
            if (one.in(beginning, words)) {
                kinds.add(one.kind);
                headings.add(one.heading);
            }
        }
        headings.remove("");
        Set<String> ids = ID.matcher(question)
                .results()
                .map(MatchResult::group)
                .map(id -> id.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new Asked(spaced(question), ids, kinds, headings);
    }

    /// Whether it is ATT&CK's: others gain nothing.
    boolean concerns(Passage passage) {
        return ATTACK_KINDS.contains(passage.kind());
    }

    /// How much a passage gains by what the question says outright: 0 for nothing, 1 for its id, at most 1.
    public double bonus(Asked asked, Passage passage) {
        if (!concerns(passage)) {
            return 0;
        }
        if (asked.ids().contains(passage.ref())) {
            return BY_ID;
        }
        double bonus = named(asked, passage.title()) ? BY_NAME : 0;
        if (asked.headings().stream().anyMatch(heading -> passage.heading().startsWith(heading))) {
            bonus += BY_HEADING / 2;
        }
        String heading = passage.heading();
        int colon = heading.indexOf(": ");
        if (colon > 0 && named(asked, heading.substring(colon + 2))) {
            bonus += BY_HEADING;
        }
        if (asked.kinds().contains(passage.kind())) {
            bonus += BY_KIND;
        }
        return Math.min(BY_ID, bonus);
    }

    private static boolean named(Asked asked, String name) {
        return name.length() >= SHORTEST_NAME && asked.text().contains(spaced(name));
    }

    private static String spaced(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}./-]+|[./-](?=\\s|$)", " ")
                        .strip() + " ";
    }
}
