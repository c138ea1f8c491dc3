package dev.analystcopilot.triage.narrate.question;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Short things that people say which are no question, and words that turn a question into another.
final class SmallTalk {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\d ]+");
    private static final Set<String> GREETINGS = Set.of(
            "hi",
            "yo",
            "sup",
            "howdy",
            "hiya",
            "good day",
            "hello",
            "hey",
            "hello there",
            "hi there",
            "hey there",
            "good morning",
            "good afternoon",
            "good evening",
            "morning",
            "greetings",
            "thanks",
            "thank you",
            "thx",
            "ok thanks",
            "many thanks",
            "bye",
            "goodbye",
            "cheers",
            "你好",
            "您好",
            "嗨",
            "哈喽",
            "早",
            "早上好",
            "上午好",
            "下午好",
            "晚上好",
            "大家好",
            "谢谢",
            "多谢",
            "谢谢你",
            "感谢",
            "再见",
            "拜拜",
            "在吗",
            "在不在",
            "你好啊",
            "hello copilot",
            "hi copilot");
    private static final Set<String> HELP =
            Set.of("help", "help me", "menu", "commands", "usage", "帮助", "帮忙", "帮帮我", "求助", "使用说明");
    private static final List<String> TWO = List.of(
            "two cases",
            "both cases",
            "these two",
            "those two",
            "top two",
            "two most",
            "top 2",
            "the first two",
            "两个案件",
            "这两个",
            "那两个",
            "前两个",
            "两者",
            "最紧急的两",
            "两起",
            "二者");
    private static final Pattern PAST = Pattern.compile(
            "\\b(?:seen|happen|happened|occur|occurred|come up|came up)\\b.*\\bbefore\\b(?! ?(?:\\d|that|yesterday|noon|midnight))"
                    + "|(?:以前|之前|曾经|过去).*(?:见过|出现过|发生过|有过|遇到过)");
    private static final Pattern LIST_ALERTS = Pattern.compile(
            "\\b(?:list|show|display|find|fetch|print|see)(?: me| us)? (?:all |every |the |any |each |latest |newest |last |recent |raw )*(?:[a-z-]+ ){0,3}(?:alerts|events|log-?[io]ns|logins|detections)\\b"
                    + "|(?:列出|列一下|显示|查出|找出|搜索|搜一下|调出|拉出).*(?:告警|警报|日志|登录)|(?:看看|给我看).*的(?:告警|警报|日志)$"
                    + "|(?:告警|警报|日志|登录(?:失败|成功)?).{0,6}(?:列出|列一下|显示出|找出|搜出|调出|拉出)");
    private static final Pattern RANKED =
            Pattern.compile("\\b(?:urgent|first|priority|important|worst|similar|like)\\b|优先|先|紧急|要紧|类似|相似");
    private static final List<String> SUMMARY = List.of(
            "summary",
            "summarise",
            "summarize",
            "sum up",
            "overview",
            "recap",
            "report",
            "总结",
            "情况",
            "状况",
            "概述",
            "概括",
            "汇总",
            "小结",
            "概览",
            "综述");
    private static final List<String> HARM = List.of(
            "affected",
            "impacted",
            "hit",
            "victim",
            "victims",
            "involved",
            "spread",
            "受影响",
            "受到影响",
            "影响",
            "波及",
            "受害",
            "涉及");
    /// Words that carry no meaning of their own.
    private static final Set<String> EMPTY = Set.of(
            "and",
            "so",
            "then",
            "ok",
            "okay",
            "yes",
            "no",
            "more",
            "please",
            "hm",
            "hmm",
            "well",
            "go",
            "on",
            "what",
            "huh",
            "the",
            "a",
            "it",
            "this",
            "that",
            "else",
            "continue",
            "next",
            "again",
            "test",
            "testing",
            "嗯",
            "哦",
            "好",
            "好的",
            "继续",
            "那",
            "呢",
            "还有",
            "然后",
            "再说",
            "啊",
            "什么",
            "是",
            "不",
            "行",
            "可以",
            "测试");
    /// A word that no plain word looks like.
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.@/\\\\:-]*[0-9_.@/\\\\:-][a-z0-9_.@/\\\\:-]*");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private SmallTalk() {}

    static boolean isGreeting(PlainText text) {
        return GREETINGS.contains(bare(text));
    }

    static boolean asksForHelp(PlainText text) {
        return HELP.contains(bare(text));
    }

    static boolean saysTwo(PlainText text) {
        return TWO.stream().anyMatch(text::contains);
    }

    /// "Have we seen case-1 before?"
    static boolean asksForThePast(PlainText text) {
        return PAST.matcher(text.toString()).find();
    }

    /// "List all alerts with…", not "which alerts first".
    static boolean asksForAlerts(PlainText text) {
        return LIST_ALERTS.matcher(text.toString()).find()
                && !RANKED.matcher(text.toString()).find();
    }

    static boolean speaksOfHarm(PlainText text) {
        return HARM.stream().anyMatch(text::contains);
    }

    static boolean asksForSummary(PlainText text) {
        return SUMMARY.stream().anyMatch(text::contains);
    }

    /// Nothing but names and filling words.
    static boolean namesOnly(PlainText text) {
        String rest = NAME.matcher(text.toString()).replaceAll(" ");
        return bare(new PlainText(rest)).isEmpty()
                || List.of(bare(new PlainText(rest)).split(" ")).stream().allMatch(EMPTY::contains);
    }

    /// Nothing but filling words, or no words at all.
    static boolean saysNothing(PlainText text) {
        String bare = bare(text);
        if (!LETTER.matcher(bare).find()) {
            return true;
        }
        List<String> words = List.of(bare.split(" "));
        boolean mumbled =
                words.size() == 1 && bare.length() <= 4 && bare.chars().allMatch(c -> c < 128);
        return mumbled || words.stream().allMatch(EMPTY::contains);
    }

    private static String bare(PlainText text) {
        return NOT_LETTERS
                .matcher(text.toString())
                .replaceAll(" ")
                .replaceAll(" +", " ")
                .strip();
    }
}
