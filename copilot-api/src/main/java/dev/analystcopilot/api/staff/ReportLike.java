package dev.analystcopilot.api.staff;

import java.util.regex.Pattern;

/// Tells a message that hands over something suspicious from a question about such things: the first is offered to be
/// reported.
final class ReportLike {
    private static final int LOOKED_AT = 4_000;
    private static final Pattern SAID = Pattern.compile(
            "\\b(i|we|my \\w+|colleagues?)\\b.{0,25}\\b(got|get|received?|have|had)\\b.{0,40}"
                    + "\\b(mails?|e-?mails?|messages?|sms|texts?|calls?|letters?|invites?|qr)\\b"
                    + "|\\b(i want|i would like|i'd like|how do i) to report\\b|\\breport(ing)? (a|this|the)\\b"
                    + "|(收到|接到|来了).{0,12}(邮件|短信|消息|电话|信|邀请|二维码)|(我要|我想|想要)(举报|报告|上报)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ODD = Pattern.compile(
            "suspicious|strange|weird|odd|fake|phish|scam|fraud|dodgy|spoof|unexpected|says?\\b|asks?\\b|wants?\\b|:"
                    + "|可疑|奇怪|诈骗|假|钓鱼|陌生|不对劲|要我|让我|说|：",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADERS = Pattern.compile(
            "(?m)^\\s*>?\\s*(from|subject|reply-to|received|发件人|主题|标题)\\s*[:：]", Pattern.CASE_INSENSITIVE);

    boolean in(String message) {
        String text = message.length() <= LOOKED_AT ? message : message.substring(0, LOOKED_AT);
        return HEADERS.matcher(text).results().limit(2).count() == 2
                || (SAID.matcher(text).find() && ODD.matcher(text).find());
    }
}
