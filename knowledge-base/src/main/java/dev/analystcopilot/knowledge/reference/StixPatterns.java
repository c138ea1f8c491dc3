package dev.analystcopilot.knowledge.reference;

import dev.analystcopilot.knowledge.alert.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The things that a STIX 2.1 pattern names, where one of them alone is the indicator: comparisons joined by OR. Of a
/// file that is described by its name and its hashes, the hashes count.
final class StixPatterns {
    private static final Pattern COMPARISON = Pattern.compile(
            "([a-z0-9-]+):([A-Za-z0-9_.\\-']+?)\\s*(=|ISSUBSET|IN)\\s*(\\((?:\\s*'(?:[^'\\\\]|\\\\.)*+'\\s*,?)*+\\)|'(?:[^'\\\\]|\\\\.)*+')");
    private static final Pattern STRING = Pattern.compile("'((?:[^'\\\\]|\\\\.)*+)'");
    private static final Pattern JOINED = Pattern.compile("(?:\\bAND\\b|\\bFOLLOWEDBY\\b)");
    private static final Pattern OTHER = Pattern.compile("!=|\\bNOT\\b|\\bLIKE\\b|\\bMATCHES\\b|\\bISSUPERSET\\b|[<>]");

    private StixPatterns() {}

    /// @throws RowException if no single thing is the indicator
    static List<Entity> entities(String pattern) {
        String withoutTexts = STRING.matcher(pattern).replaceAll("''");
        if (OTHER.matcher(withoutTexts).find()) {
            throw new RowException(
                    "the pattern compares by more than equality, which is not matched: " + Values.shown(pattern));
        }
        boolean joined = JOINED.matcher(withoutTexts).find();
        var found = new ArrayList<Entity>();
        Matcher comparison = COMPARISON.matcher(pattern);
        while (comparison.find()) {
            String path = comparison.group(1) + ":" + comparison.group(2).replace("'", "");
            Matcher values = STRING.matcher(comparison.group(4));
            while (values.find()) {
                String value = values.group(1).replaceAll("\\\\(.)", "$1");
                boolean hash = path.startsWith("file:hashes");
                if (!joined || hash) {
                    entity(path, value, found);
                }
            }
        }
        if (found.isEmpty()) {
            throw new RowException((joined
                            ? "the pattern asks for several things at once, which is not matched: "
                            : "the pattern names no address, domain, URL, hash, mailbox or file: ")
                    + Values.shown(pattern));
        }
        return List.copyOf(found);
    }

    private static void entity(String path, String value, List<Entity> found) {
        switch (path) {
            case "ipv4-addr:value", "ipv6-addr:value" -> found.add(new Entity.Ip(Values.address(value)));
            case "domain-name:value" -> found.add(new Entity.Domain(Values.domain(value)));
            case "url:value" -> found.add(new Entity.Url(Values.url(value)));
            case "email-addr:value", "email-message:from_ref.value", "email-message:sender_ref.value" ->
                found.add(new Entity.Mailbox(Values.mailbox(value)));
            case "file:name" -> found.add(new Entity.File(value));
            default -> {
                // Hashes that alerts do not carry (SSDEEP, TLSH) name nothing that could be matched.
                if (path.startsWith("file:hashes.") && path.matches(".*\\.(?:MD5|SHA-?1|SHA-?256|SHA-?512)")) {
                    found.add(new Entity.Hash(Values.hash(value)));
                }
            }
        }
    }
}
