package dev.analystcopilot.knowledge.staff;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What machines, people's accounts, files and cases are called. A name says nothing of what somebody needs,
/// and whether there is such a thing must not show in the answer: what no document says is not looked at.
final class Names {
    /// `web-01`, `case-0a1b2c`, `192.0.2.7`: never words.
    private static final String NUMBERED = "(?=[A-Za-z0-9._:-]*[0-9])[A-Za-z0-9]+(?:[._:-][A-Za-z0-9]+)+";
    /// `jane.doe`, `jane_doe@corp.example`, `CORP\\jane`, `invoice.exe`: perhaps words, with a missing blank.
    private static final String JOINED = "(?=[A-Za-z0-9-]*[._@\\\\])[A-Za-z0-9]+(?:[._@\\\\-][A-Za-z0-9]+)+";
    /// `srv17`.
    private static final String MIXED = "(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{4,}";

    private static final Pattern NAME = Pattern.compile("(" + NUMBERED + ")|" + JOINED + "|" + MIXED);
    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9]+");

    private Names() {}

    /// @param known whether a document says this word
    static String hidden(String question, Predicate<String> known) {
        return NAME.matcher(question).replaceAll(name -> name.group(1) == null ? words(name, known) : " ");
    }

    private static String words(MatchResult name, Predicate<String> known) {
        List<String> parts = Arrays.asList(BETWEEN.split(name.group()));
        return parts.stream().filter(known).collect(Collectors.joining(" ", " ", " "));
    }
}
