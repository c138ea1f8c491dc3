package dev.analystcopilot.knowledge.planted;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.Locale;

/// What a planted instruction does, the gravest first.
public enum Kind {
    OVERRIDE("sets aside the rules or what was said before", "要求忽略规则或先前内容"),
    MARKUP("imitates the marks of a conversation with a model", "伪造与模型对话的标记"),
    PERSONA("claims an authority or gives the reader a role", "冒充权威或给读者指派角色"),
    VERDICT("dictates a verdict", "指定研判结论"),
    LEAK("asks for the prompt, secrets or other data", "索取提示词、机密或其他数据"),
    TOOL("orders an action or a tool call", "要求执行操作或调用工具"),
    ADDRESS("speaks to a model or an assistant", "直接对模型或助手说话"),
    TASK("sets the reader a task", "给读者布置任务");

    private final String en;
    private final String zh;

    Kind(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For people: "this text …".
    public Bilingual words() {
        return new Bilingual(en, zh);
    }
}
