package dev.analystcopilot.api.grounding.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes every disguise off a text, so that what is checked is what people read: invisible characters, letters that
/// look like others, digits of other scripts, HTML, escapes, links. The cleaned text is what is checked and what is
/// sent.
public final class CleanText {
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("shy", ""),
            Map.entry("zwnj", ""),
            Map.entry("zwj", ""),
            Map.entry("period", "."),
            Map.entry("colon", ":"),
            Map.entry("hyphen", "-"),
            Map.entry("lowbar", "_"),
            Map.entry("sol", "/"));
    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|$)", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!?][^<>]{0,400}>");
    private static final Pattern OPEN_TAG = Pattern.compile("<(?=[a-zA-Z/!?])");
    private static final Pattern AUTOLINK = Pattern.compile("<((?:https?|ftp|mailto)[:/][^<>\\s]{1,400})>");
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]\\n]{0,300})\\]\\(\\s*([^()\\s]{1,400})[^()\\n]*\\)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?=[*`\\[\\]()#+.!|~>{}-]|_)");
    private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]*(?:```|~~~)[\\w+-]*[ \\t]*$");
    private static final Pattern OWN_LABEL =
            Pattern.compile("\\s*[*_]*[(（]\\s*(?:not proven|unproven|未经证实)\\s*[)）][*_]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern STRUCK = Pattern.compile("~{2,}");
    private static final String KEPT = "，。！？；：、（）【】「」『』《》“”‘’…—·～";
    /// Cyrillic and Greek letters by the Latin ones that they look like.
    private static final String LOOKALIKES =
            "аaеeоoрpсcхxуyіiјjѕsһhԁdԛqԝwӏlкkмmтtвbнhпnгrАAЕEОOРPСCХXУYІIЈJЅSКKМMТTВBНH"
                    + "οoαaνvρpτtυuκkιiεeΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXɡgɑaıiʟlⅼl";

    private CleanText() {}

    public static String of(String raw) {
        String text = raw;
        for (int round = 0; round < 3; round++) {
            String before = text;
            text = untagged(characters(entities(text)));
            if (text.equals(before)) {
                break;
            }
        }
        text = OPEN_TAG.matcher(text).replaceAll("‹");
        text = FENCE.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll(CleanText::link);
        text = ESCAPED.matcher(text).replaceAll("");
        text = STRUCK.matcher(text).replaceAll("");
        return OWN_LABEL.matcher(text).replaceAll("");
    }

    private static String untagged(String text) {
        String plain = AUTOLINK.matcher(text).replaceAll("$1");
        return TAG.matcher(COMMENT.matcher(plain).replaceAll("")).replaceAll("");
    }

    /// A link says where it leads; nothing in an answer leads there by itself.
    private static String link(MatchResult link) {
        String words = link.group(1);
        String target = link.group(2);
        return Matcher.quoteReplacement(words.equals(target) ? words : words + " (" + target + ")");
    }

    private static String entities(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> {
            if (entity.group(3) != null) {
                return Matcher.quoteReplacement(NAMED.getOrDefault(entity.group(3), entity.group()));
            }
            int code =
                    entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
            return Character.isValidCodePoint(code) && !Character.isISOControl(code)
                    ? Matcher.quoteReplacement(Character.toString(code))
                    : "";
        });
    }

    private static String characters(String text) {
        if (text.chars().allMatch(c -> c < 128 && (c >= ' ' || c == '\n' || c == '\t'))) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(code -> append(clean, code));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int code) {
        if (code == '\n' || code == '\t') {
            clean.append((char) code);
            return;
        }
        switch (Character.getType(code)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> {}
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                clean.append(' ');
            default -> visible(clean, code);
        }
    }

    private static void visible(StringBuilder clean, int code) {
        int like = code < 0x10000 ? LOOKALIKES.indexOf(code) : -1;
        if (like >= 0 && like % 2 == 0) {
            clean.append(LOOKALIKES.charAt(like + 1));
        } else if (code > 127 && Character.isDigit(code)) {
            clean.append(Character.digit(code, 10));
        } else if (code < 128 || KEPT.indexOf(code) >= 0 || Character.isIdeographic(code)) {
            clean.appendCodePoint(code);
        } else if (code == 0x2010 || code == 0x2011 || code == 0x2212 || code == 0xFE63 || code == 0xFF0D) {
            clean.append('-');
        } else {
            clean.append(Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC));
        }
    }
}
