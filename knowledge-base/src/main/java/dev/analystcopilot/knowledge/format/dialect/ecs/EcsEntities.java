package dev.analystcopilot.knowledge.format.dialect.ecs;

import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.EntityList;
import dev.analystcopilot.knowledge.format.field.ProcessIdentity;
import java.util.stream.Stream;

/// What an ECS document is about, and the processes it names.
final class EcsEntities {
    private EcsEntities() {}

    static void collect(EcsRecord document, AlertDraft draft) {
        EntityList to = draft.entities();
        to.host(document.text("host.hostname", "host.name"));
        document.texts("host.ip").filter(ip -> !linkLocal(ip)).forEach(to::ip);
        document.texts("user.name", "user.target.name", "user.effective.name", "source.user.name")
                .forEach(to::user);
        document.texts("user.email").forEach(to::mailbox);
        document.texts("source.ip", "destination.ip", "client.ip", "server.ip").forEach(to::ip);
        document.texts(
                        "destination.domain",
                        "server.domain",
                        "dns.question.name",
                        "tls.client.server_name",
                        "url.domain")
                .forEach(to::domain);
        to.url(document.text("url.full", "url.original"));
        to.process(document.text("process.command_line", "process.executable", "process.name"));
        to.process(document.text("process.parent.command_line", "process.parent.executable", "process.parent.name"));
        document.texts("file.path", "dll.path").forEach(to::file);
        Stream.of("process.hash", "file.hash", "dll.hash")
                .flatMap(place -> document.texts(place + ".md5", place + ".sha1", place + ".sha256"))
                .forEach(to::hash);
        document.texts("email.from.address", "email.to.address", "email.sender.address")
                .forEach(to::mailbox);
        lineage(document, draft);
    }

    private static void lineage(EcsRecord document, AlertDraft draft) {
        draft.process(entity(document.text("process.entity_id")));
        draft.process(entity(document.text("process.parent.entity_id")));
        document.texts("process.Ext.ancestry").map(EcsEntities::entity).forEach(draft::process);
        document.texts("process.group_leader.entity_id", "process.entry_leader.entity_id")
                .map(EcsEntities::entity)
                .forEach(draft::process);
        String host = document.text("host.hostname", "host.name");
        draft.process(ProcessIdentity.of(host, document.text("process.pid"), document.text("process.start")));
        draft.process(
                ProcessIdentity.of(host, document.text("process.parent.pid"), document.text("process.parent.start")));
    }

    /// Sysmon's GUIDs lose their braces, so that they are the same from every source.
    private static String entity(String id) {
        String guid = ProcessIdentity.ofGuid(id);
        return guid.isEmpty() ? id : guid;
    }

    private static boolean linkLocal(String ip) {
        return ip.regionMatches(true, 0, "fe80:", 0, 5) || ip.startsWith("169.254.");
    }
}
