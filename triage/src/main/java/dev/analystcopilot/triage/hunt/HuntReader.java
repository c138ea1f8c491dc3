package dev.analystcopilot.triage.hunt;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.triage.narrate.question.TimeWindow;
import dev.analystcopilot.triage.narrate.question.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads a question in English or Chinese as a hunt. What one step reads, the next ones do not see:
///
/// 1. what is spelt out (`rule contains ssh`) or quoted;
/// 2. cases and the time;
/// 3. what to count by, and how many rows;
/// 4. severity, outcome, disposition;
/// 5. hosts, users, addresses and other things by their names;
/// 6. well-known kinds of activity by their many names, and whatever words are left.
///
/// It never fails: what it does not understand becomes words to look for, which the asker sees and can change.
/// Thread-safe.
public final class HuntReader {
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern CASE = Pattern.compile("\\bcase-[0-9a-f]{6,64}\\b", CASE_INSENSITIVE);
    private static final Pattern SINCE = Pattern.compile(
            "\\bsince\\b|\\bonwards?\\b|\\buntil now\\b|\\bup to now\\b|\\bafter (?=\\d{4}-|the \\d|\\d{1,2} [a-z]|[a-z]{3,9} \\d)|\\bfrom [^,]{3,30} on\\b"
                    + "|自从|以来|至今|到现在|到目前|从[^，,]{1,20}(?:起|开始)|自[^，,]{1,20}起",
            CASE_INSENSITIVE);
    private static final Pattern BEFORE =
            Pattern.compile("\\b(?:before|prior to|earlier than|older than)\\b|以前|之前|早于", CASE_INSENSITIVE);
    private static final Pattern LIMIT = Pattern.compile(
            "\\b(?:top|first|last|latest|newest|at most|up to|limit|max(?:imum)?)(?: of)? (\\d{1,3})\\b|(?:前|最多|最近的?|最新的?) ?(\\d{1,3}) ?(?:个|名|条|台|次|项)",
            CASE_INSENSITIVE);
    /// A hyphen would make a name of it.
    private static final Pattern LOG_IN = Pattern.compile("\\b(log)-((?:in|on|off|out)s?)\\b", CASE_INSENSITIVE);

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final Fields fields = new Fields();
    private final Filler filler = new Filler();
    private final Explicit explicit = new Explicit(fields);
    private final Grouping grouping = new Grouping(fields);
    private final Things things = new Things(filler);
    private final Terms terms = new Terms(filler);

    /// @param now what "today" and "last week" are told from
    public HuntReading read(String text, Instant now) {
        String asked = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        var conditions = new Conditions();
        String plain = LOG_IN.matcher(asked.replace('\u0000', ' ')).replaceAll("$1$2");
        var unread = new Unread(plain);
        explicit.read(unread, conditions);
        unread.take(CASE).forEach(match -> conditions.add(Name.CASE, HuntOp.IS, HuntWords.lower(match.group())));
        TimeWords.Read time = TimeWords.in(unread.rest(), now);
        var rest = new Unread(time.rest());
        Optional<Grouping.Found> group = grouping.read(rest);
        Optional<Integer> limit = limit(rest);
        Levels.read(rest, conditions);
        things.read(rest, conditions);
        terms.read(rest, conditions);
        HuntQuery query = spanned(HuntQuery.of(conditions.found()), time.window(), asked)
                .groupedBy(group.map(Grouping.Found::field).filter(HuntReader::groups))
                .page(
                        group.flatMap(Grouping.Found::top)
                                .or(() -> limit)
                                .map(most -> Math.clamp(most, 1, HuntQuery.MAX_LIMIT))
                                .orElse(HuntQuery.DEFAULT_LIMIT),
                        0);
        return new HuntReading(query, HuntWords.of(query));
    }

    private static boolean groups(HuntField field) {
        return !List.of(HuntField.of(Name.TEXT), HuntField.of(Name.RAW)).contains(field);
    }

    private static Optional<Integer> limit(Unread rest) {
        return rest.take(LIMIT).stream().findFirst().map(HuntReader::number);
    }

    private static int number(MatchResult match) {
        return Integer.parseInt(match.group(1) == null ? match.group(2) : match.group(1));
    }

    /// "since" and "before" leave one end open.
    private static HuntQuery spanned(HuntQuery query, Optional<TimeWindow> window, String asked) {
        if (window.isEmpty()) {
            return query;
        }
        Instant from = window.get().from();
        Instant to = window.get().to();
        if (SINCE.matcher(asked).find()) {
            return query.between(Optional.of(from), Optional.empty());
        }
        if (BEFORE.matcher(asked).find()) {
            boolean wholeDays = from.getEpochSecond() % DAY == 0
                    && Duration.between(from, to).toSeconds() % DAY == 0;
            return query.between(Optional.empty(), Optional.of(wholeDays ? from : to));
        }
        return query.between(Optional.of(from), Optional.of(to));
    }
}
