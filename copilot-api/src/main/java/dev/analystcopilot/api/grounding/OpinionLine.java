package dev.analystcopilot.api.grounding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a model thinks of a case, as it is asked to say it in one line:
/// `OPINION: case=… verdict=… because … [n]`.
///
/// @param caseId empty if it names none
/// @param verdict in the spelling of dispositions
/// @param because what is left of the reasons after the check
public record OpinionLine(Optional<String> caseId, String verdict, List<String> because) {
    private static final Pattern BEGINS = Pattern.compile("[\\s>*_#`-]*OPINION\\b");
    private static final Pattern CASE =
            Pattern.compile("\\bcase\\s*[=:]\\s*[\"'`]?([\\w-]{4,80})", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERDICT = Pattern.compile(
            "\\bverdict\\s*[=:]\\s*[\"'`]?(true[_ -]positive|false[_ -]positive|benign|insufficient[_ -]data)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BECAUSE =
            Pattern.compile("\\b(?:because|reasons?)\\b\\s*[=:]?|因为|理由[=：:]?", Pattern.CASE_INSENSITIVE);

    public OpinionLine {
        because = List.copyOf(because);
    }

    static boolean begins(String sentence) {
        return BEGINS.matcher(sentence).lookingAt();
    }

    /// Empty if it names no verdict. The reasons are as they were said, in one piece.
    static Optional<OpinionLine> of(String line) {
        Matcher verdict = VERDICT.matcher(line);
        if (!verdict.find()) {
            return Optional.empty();
        }
        Matcher caseId = CASE.matcher(line);
        Matcher because = BECAUSE.matcher(line);
        return Optional.of(new OpinionLine(
                caseId.find() ? Optional.of(caseId.group(1)) : Optional.empty(),
                verdict.group(1).toLowerCase(Locale.ROOT).replaceAll("[ -]", "_"),
                because.find() ? List.of(line.substring(because.end()).strip()) : List.of()));
    }

    OpinionLine with(List<String> held) {
        return new OpinionLine(caseId, verdict, held);
    }
}
