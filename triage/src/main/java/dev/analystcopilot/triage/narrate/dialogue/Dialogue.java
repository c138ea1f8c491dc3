package dev.analystcopilot.triage.narrate.dialogue;

import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Likeness;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import dev.analystcopilot.triage.narrate.question.Specifics;
import dev.analystcopilot.triage.narrate.question.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a question that follows others. What it leaves out is what was spoken of last:
///
/// - "and did it succeed?" keeps names, time and cases;
/// - "what about db-01?" keeps what was asked, and the time;
/// - "and the day before?" keeps what was asked, and of whom.
///
/// Only what people asked counts, not what was answered; so the same questions always mean the same. Thread-safe.
public final class Dialogue {
    private static final Pattern FOLLOWS = Pattern.compile(
            "^(?:and|also|so|then|ok|but|now|what about|how about|what of|same for|same question)\\b|^(?:那|还有|然后|另外|再|换成|同样|接着)|呢[？?。!！ ]*$");
    private static final Set<Intent> NEEDS_NOTHING = EnumSet.of(
            Intent.GREETING, Intent.ABILITIES, Intent.OFF_TOPIC, Intent.HANDOVER, Intent.MAP_TEXT, Intent.LIST_CASES);

    /// Longer follow-ups say themselves what they ask.
    private static final int FEW_WORDS = 4;
    private static final int FEW_CHARACTERS = 6;
    private static final Pattern DAY_BEFORE =
            Pattern.compile("\\bthe (?:day|night) (?:before|earlier)\\b|前一(?:天|日|晚|夜)");
    private static final Pattern SAME = Pattern.compile("\\bsame\\b|一样|同样|照旧");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.@/\\\\:-]*[0-9_.@/\\\\:-][a-z0-9_.@/\\\\:-]*");
    private static final Pattern WORD = Pattern.compile("[a-z']+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final QuestionReader words = new QuestionReader();
    private final QuestionReader reader;

    /// By words alone.
    public Dialogue() {
        this(Likeness.NONE);
    }

    /// @param likeness decides where words do not
    public Dialogue(Likeness likeness) {
        this.reader = new QuestionReader(likeness);
    }

    /// @param language the answer's; empty: the question's
    /// @param caseId the case on the asker's screen, if there is one
    /// @param earlier what was asked before in this conversation, the oldest first
    /// @param now what "today" and "last night" are told from
    public Question read(
            String text, Optional<Language> language, Optional<String> caseId, List<String> earlier, Instant now) {
        Optional<Question> before = Optional.empty();
        for (String asked : earlier) {
            Question read = reader(asked, before).read(asked, language, caseId, now);
            Question whole = before.map(b -> carried(read, b)).orElse(read);
            before = isTalk(whole) ? before.or(() -> Optional.of(whole)) : Optional.of(whole);
        }
        Question read = reader(text, before).read(text, language, caseId, now);
        return before.filter(b -> !isTalk(b)).map(b -> carried(read, b)).orElse(read);
    }

    /// "And the day before?" resembles many questions and means the one before it.
    private QuestionReader reader(String text, Optional<Question> before) {
        String rest = NAME.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
        boolean few = WORD.matcher(rest).results().count() <= FEW_WORDS
                && HAN.matcher(rest).results().count() <= FEW_CHARACTERS;
        boolean follows =
                FOLLOWS.matcher(rest.strip()).find() || SAME.matcher(rest).find();
        return before.isPresent() && few && follows ? words : reader;
    }

    private static boolean isTalk(Question question) {
        return question.intents().stream()
                .anyMatch(intent -> intent == Intent.GREETING
                        || intent == Intent.ABILITIES
                        || intent == Intent.OFF_TOPIC
                        || intent == Intent.UNCLEAR);
    }

    private static Question carried(Question asked, Question before) {
        boolean follows =
                FOLLOWS.matcher(asked.text().strip().toLowerCase(Locale.ROOT)).find();
        Specifics specifics = asked.specifics();
        boolean named = !asked.names().isEmpty() || asked.caseIds().stream().anyMatch(asked.text()::contains);
        boolean whole = asked.wants(Intent.COMPARE_CASES) ? specifics.places().size() > 1 : asked.isRanked();
        if (whole) {
            return asked.with(
                    asked.intents(),
                    asked.mentions(),
                    listed(before) ? asked.window().or(before::window) : asked.window(),
                    asked.caseIds(),
                    specifics);
        }
        if (specifics.ordinal() > 0 && !named && listed(before)) {
            return asked.with(sides(asked), List.of(), before.window(), before.caseIds(), specifics);
        }
        if (asked.wants(Intent.COMPARE_CASES) && specifics.pointing()) {
            return asked.with(
                    asked.intents(),
                    joined(before.mentions(), asked.mentions()),
                    asked.window(),
                    joined(before.caseIds(), asked.caseIds()),
                    specifics);
        }
        if (asked.window().isPresent() && !named && (specifics.isAssumed() || follows)) {
            return asked.with(
                    specifics.isAssumed() ? before.intents() : asked.intents(),
                    before.mentions(),
                    asked.window(),
                    named(before),
                    specifics.isAssumed() ? before.specifics() : specifics);
        }
        if (named) {
            boolean same = specifics.isAssumed() && repeatable(before);
            return asked.with(
                    same ? before.intents() : asked.intents(),
                    asked.mentions(),
                    follows || same ? asked.window().or(before::window) : asked.window(),
                    asked.caseIds(),
                    same ? before.specifics() : specifics);
        }
        if (asked.window().isPresent() || asked.techniqueId().isPresent() || standsAlone(asked, follows)) {
            return asked;
        }
        boolean empty = asked.wants(Intent.UNCLEAR) || (follows && specifics.isAssumed());
        Specifics kept = empty ? before.specifics() : specifics;
        return asked.with(
                empty ? before.intents() : asked.intents(),
                before.mentions(),
                DAY_BEFORE.matcher(asked.text().toLowerCase(Locale.ROOT)).find()
                        ? before.window().map(Dialogue::dayEarlier)
                        : before.window(),
                joined(named(before), asked.caseIds()),
                kept.ids().isEmpty() && before.wants(Intent.ALERT)
                        ? kept.about(before.specifics().ids())
                        : kept);
    }

    private static TimeWindow dayEarlier(TimeWindow window) {
        return new TimeWindow(
                window.from().minus(Duration.ofDays(1)), window.to().minus(Duration.ofDays(1)));
    }

    /// Whether it can be understood without what came before.
    private static boolean standsAlone(Question asked, boolean follows) {
        boolean documents = asked.wants(Intent.KNOWLEDGE) && !asked.specifics().pointing() && !follows;
        return documents || asked.intents().stream().anyMatch(NEEDS_NOTHING::contains);
    }

    private static boolean listed(Question before) {
        return before.wants(Intent.LIST_CASES) || before.wants(Intent.HANDOVER);
    }

    private static boolean repeatable(Question before) {
        return before.isAboutCase() || before.wants(Intent.COUNT) || before.wants(Intent.SIMILAR);
    }

    private static Set<Intent> sides(Question asked) {
        return asked.isAboutCase() || asked.wants(Intent.SIMILAR)
                ? asked.intents()
                : Set.of(Intent.WHAT_HAPPENED, Intent.DID_IT_SUCCEED);
    }

    /// The cases that were named, not the one that happened to be on the screen.
    private static List<String> named(Question before) {
        return before.caseIds().stream().filter(before.text()::contains).toList();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return new ArrayList<>(all);
    }
}
