package dev.analystcopilot.knowledge.format.field;

import dev.analystcopilot.knowledge.alert.Outcome;
import java.util.regex.Pattern;

/// The words products use for what became of something.
public final class Outcomes {
    /// Looked for first: 未成功 ("did not succeed") holds the word for success.
    private static final Pattern NOT =
            Pattern.compile("(?:未|不|没有|无法)(?:能|曾)?(?:成功|生效|失陷)|(?i:not? success|unsuccessful)");

    private static final Pattern STOPPED = Pattern.compile(
            "(?i).*(?:block|drop|den(?:y|ied)|reject|prevent|quarantin|reset|refus|terminat|sinkhol|attempt|fail).*"
                    + "|.*(?:拦截|阻断|阻止|拒绝|失败|企图|尝试|隔离|丢弃|重置|未遂|试探).*");
    private static final Pattern DONE =
            Pattern.compile("(?i)(?:attack )?(?:success(?:ful(?:ly)?)?|succeeded|compromised)|.*(?:成功|失陷|沦陷|已控).*");

    private Outcomes() {}

    /// Unknown for words that are none.
    public static Outcome ofName(String name) {
        String word = name.strip();
        if (NOT.matcher(word).find() || STOPPED.matcher(word).matches()) {
            return Outcome.ATTEMPTED;
        }
        return DONE.matcher(word).matches() ? Outcome.SUCCEEDED : Outcome.UNKNOWN;
    }
}
