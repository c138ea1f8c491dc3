package dev.analystcopilot.api.bot.platform;

import java.util.regex.Pattern;

/// How a platform writes what Markdown writes. A claim that was struck stays marked as such on all of them.
public enum Style {
    /// Slack's mrkdwn: one star is bold, one tilde strikes; angle brackets are commands.
    SLACK(3_800),
    /// Markdown with strike-through; angle brackets may be mentions.
    TEAMS(10_000),
    /// The same without headings and without backslashes.
    FEISHU(8_000),
    /// Markdown without strike-through.
    DINGTALK(4_500),
    /// No mark-up at all, and 2,048 bytes.
    WECOM_TEXT(600),
    /// Markdown without strike-through.
    WECOM(1_300);

    private static final Pattern STRUCK = Pattern.compile("~~(.+?)~~", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*$");
    private static final Pattern BULLET = Pattern.compile("(?m)^(\\s*)[-*]\\s+");
    private static final Pattern BOLD = Pattern.compile("(?<!\\\\)\\*\\*(.+?)(?<!\\\\)\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("(?<![\\\\*])\\*([^*\\n]+?)(?<!\\\\)\\*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?=[\\\\`*_{}\\[\\]()<>#+!|~&])");
    private static final String BOLD_MARK = "\u0001";

    private final int longest;

    Style(int longest) {
        this.longest = longest;
    }

    /// In characters.
    public int longest() {
        return longest;
    }

    public String of(String markdown) {
        return switch (this) {
            case SLACK -> slack(entities(markdown));
            case TEAMS -> markdown.replace("<", "&lt;");
            case FEISHU -> unescaped(HEADING.matcher(entities(markdown)).replaceAll("**$1**"));
            case DINGTALK, WECOM -> unescaped(struckInWords(markdown.replace("<", "＜")));
            case WECOM_TEXT -> plain(struckInWords(markdown));
        };
    }

    private static String slack(String text) {
        String bold = BOLD.matcher(HEADING.matcher(text).replaceAll("**$1**")).replaceAll(BOLD_MARK + "$1" + BOLD_MARK);
        String italic = ITALIC.matcher(BULLET.matcher(bold).replaceAll("$1• ")).replaceAll("_$1_");
        return unescaped(italic.replace(BOLD_MARK, "*").replace("~~", "~"));
    }

    private static String plain(String text) {
        String bare = HEADING.matcher(text).replaceAll("$1");
        return unescaped(BOLD.matcher(BULLET.matcher(bare).replaceAll("$1• "))
                .replaceAll("$1")
                .replaceAll("(?<!\\\\)`", ""));
    }

    private static String struckInWords(String text) {
        return STRUCK.matcher(text).replaceAll("【✗ $1】");
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll("");
    }
}
