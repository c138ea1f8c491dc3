package dev.analystcopilot.knowledge.text.name;

/// What a name stands for.
public enum NameKind {
    GROUP,
    MALWARE,
    TOOL
}
