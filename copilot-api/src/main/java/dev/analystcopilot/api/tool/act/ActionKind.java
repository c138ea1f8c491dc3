package dev.analystcopilot.api.tool.act;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What can be proposed, and what kinds of things it is done to.
enum ActionKind {
    ISOLATE_HOST("Isolate the host", "隔离主机", "host ip"),
    COLLECT_EVIDENCE("Collect evidence", "取证", "host ip file mailbox"),
    DISABLE_ACCOUNT("Disable the account", "停用账户", "user mailbox"),
    RESET_PASSWORD("Reset the password", "重置密码", "user mailbox"),
    REVOKE_SESSIONS("Revoke sessions", "吊销会话", "user mailbox"),
    BLOCK_IP("Block the address", "封禁地址", "ip"),
    BLOCK_DOMAIN("Block the domain", "封禁域名", "domain url"),
    BLOCK_HASH("Block the file hash", "封禁文件哈希", "hash"),
    QUARANTINE_FILE("Quarantine the file", "隔离文件", "file hash"),
    STOP_PROCESS("Stop the process", "终止进程", "process"),
    REMOVE_MAIL("Remove the mail", "删除邮件", "mailbox url"),
    NOTIFY_OWNER("Notify the owner", "通知负责人", "host user ip mailbox");

    private final String english;
    private final String chinese;
    private final String types;

    /// @param types of entities that it can be done to, separated by blanks
    ActionKind(String english, String chinese, String types) {
        this.english = english;
        this.chinese = chinese;
        this.types = types;
    }

    Bilingual label() {
        return new Bilingual(english, chinese);
    }

    List<String> types() {
        return List.of(types.split(" "));
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(ActionKind::wireName).toList();
    }

    static ActionKind ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "action must be one of " + wireNames().stream().collect(Collectors.joining(", "))));
    }
}
