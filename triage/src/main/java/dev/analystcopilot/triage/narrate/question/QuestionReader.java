package dev.analystcopilot.triage.narrate.question;

import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads questions in English and Chinese, the same way every time. Thread-safe.
public final class QuestionReader {
    private static final Pattern STRONG = Pattern.compile("\\d|[@.]");
    private static final Pattern CASE = Pattern.compile("case-[0-9a-f]{6,64}");
    private static final Pattern TECHNIQUE = Pattern.compile("(?<![a-z0-9])t\\d{4}(?:\\.\\d{3})?(?![\\d])");
    /// Longer questions are read up to here: nobody names hosts on the tenth page of what was pasted.
    private static final int MAX_LENGTH = 4_000;

    private final Mentions mentions = new Mentions();
    private final Intents intents = new Intents();
    private final Likeness likeness;
    private final RankReader ranks;

    /// By words alone.
    public QuestionReader() {
        this(Likeness.NONE);
    }

    /// @param likeness decides where words do not
    public QuestionReader(Likeness likeness) {
        this.likeness = likeness;
        this.ranks = new RankReader(intents, likeness);
    }

    /// @param caseId the case on the asker's screen, if there is one
    /// @param now what "today" and "last night" are told from
    public Question read(String text, Optional<String> caseId, Instant now) {
        return read(text, Optional.empty(), caseId, now);
    }

    /// @param language the answer's; empty: the question's
    public Question read(String text, Optional<Language> language, Optional<String> caseId, Instant now) {
        String asked = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        String normal = PlainText.normal(asked);
        var remaining = new Remaining(normal.toLowerCase(Locale.ROOT));
        Set<String> cases = new LinkedHashSet<>();
        remaining.take(CASE).forEach(m -> cases.add(m.group()));
        List<String> techniques = new ArrayList<>();
        remaining.take(TECHNIQUE).forEach(m -> techniques.add(m.group().toUpperCase(Locale.ROOT)));
        Optional<TimeWindow> window = TimeReader.in(remaining, now);
        caseId.ifPresent(cases::add);
        List<String> named = mentions.in(Ranking.blanked(sameCase(normal, remaining.rest())), cases.isEmpty());
        Specifics specifics = SpecificsReader.in(normal);
        var plain = new PlainText(normal);
        var naming = new Intents.Naming(
                Spellings.said(normal, named).size(),
                techniques.isEmpty() && Spellings.said(normal, named).stream().anyMatch(STRONG.asPredicate()),
                cases.size() - (caseId.isPresent() && !namesOnScreen(normal, caseId.get()) ? 1 : 0),
                window.isPresent(),
                !techniques.isEmpty(),
                caseId.isPresent(),
                specifics);
        Intents.Read ruled = intents.of(plain, naming);
        boolean open = ruled.assumed()
                || Set.of(Intent.WHAT_HAPPENED, Intent.KNOWLEDGE, Intent.ENTITY).containsAll(ruled.intents());
        Intents.Read read = open && SpecificsReader.namesAlert(normal)
                ? Intents.Read.sure(Intent.ALERT)
                : Weighing.of(ruled, naming, plain, () -> likeness.of(asked, Languages.of(asked)));
        boolean other = !techniques.isEmpty() || read.intents().contains(Intent.ALERT);
        Optional<RankReader.Ranked> ranked = other ? Optional.empty() : ranks.in(asked, plain, naming);
        if (ranked.isPresent()) {
            read = new Intents.Read(ranked.get().intents(), false);
            specifics = specifics.ranked(ranked.get().places());
            if (ranked.get().leavesScreen() && !(caseId.isPresent() && namesOnScreen(normal, caseId.get()))) {
                caseId.ifPresent(cases::remove);
            }
        }
        if (read.intents().contains(Intent.MAP_TEXT) && specifics.pasted().isEmpty()) {
            specifics = specifics.pasting(SpecificsReader.leftOver(normal));
        }
        return new Question(
                text,
                language.orElseGet(() -> Languages.of(text)),
                read.intents(),
                named,
                window,
                techniques.stream().findFirst(),
                List.copyOf(cases),
                read.assumed() ? specifics.assumed(read.unsure()) : specifics);
    }

    private static boolean namesOnScreen(String normal, String caseId) {
        return normal.toLowerCase(Locale.ROOT).contains(caseId);
    }

    /// The original letters where the lower-case rest still has them. Lower case may be longer in rare scripts; then
    /// the rest itself serves.
    static String sameCase(String original, String rest) {
        if (original.length() != rest.length()) {
            return rest;
        }
        var text = new StringBuilder(rest);
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) != ' ') {
                text.setCharAt(i, original.charAt(i));
            }
        }
        return text.toString();
    }
}
