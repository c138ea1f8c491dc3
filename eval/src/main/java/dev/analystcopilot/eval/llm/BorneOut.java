package dev.analystcopilot.eval.llm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a scripted model can say that the evidence in its request bears out: of an answer of which nothing holds,
/// nothing would be sent.
public final class BorneOut {
    private static final Pattern CASE = Pattern.compile("n=\"(\\d+)\" kind=\"case\" id=\"([^\"]+)\"");

    private BorneOut() {}

    public static String sentence(JsonNode request) {
        Matcher first = CASE.matcher(String.join("\n", Exchange.all(request, "user")));
        return first.find()
                ? "The case that is asked about here is %s [%s]. ".formatted(first.group(2), first.group(1))
                : "There is no case. ";
    }
}
