package dev.analystcopilot.knowledge.format.dialect.sentinel;

import static dev.analystcopilot.knowledge.format.field.Json.each;
import static dev.analystcopilot.knowledge.format.field.Json.firstText;
import static dev.analystcopilot.knowledge.format.field.Json.text;

import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.EntityList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a SecurityAlert is about: each entity and those within it, once. The values are spelt so that the same thing
/// has the same value in alerts of different Defender products.
///
/// Types: Microsoft Sentinel entity types reference.
final class SentinelEntities {
    private static final Pattern MACHINE = Pattern.compile("(?i)/virtualMachines/([^/]+)");
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\x21-\\x7E]+");

    private final EntityGraph graph;
    private final AlertDraft draft;
    private final EntityList to;
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SentinelEntities(EntityGraph graph, AlertDraft draft) {
        this.graph = graph;
        this.draft = draft;
        this.to = draft.entities();
    }

    static void collect(EntityGraph graph, AlertDraft draft) {
        var entities = new SentinelEntities(graph, draft);
        graph.top().forEach(entity -> entities.visit(entity, 0));
    }

    private void visit(JsonNode entity, int depth) {
        if (!entity.isObject() || depth > EntityGraph.MAX_DEPTH || !seen.add(entity)) {
            return;
        }
        add(entity);
        for (var field : entity.properties()) {
            // The address of a whole office on the internet: every machine behind it has the same.
            if (!field.getKey().equals("LastExternalIpAddress")) {
                each(field.getValue()).map(graph::resolved).forEach(inner -> visit(inner, depth + 1));
            }
        }
    }

    private void add(JsonNode entity) {
        switch (EntityGraph.type(entity)) {
            case "host", "machine" -> host(entity);
            case "account" -> account(entity);
            case "process" -> to.process(SentinelProcesses.named(graph, entity));
            case "file" -> to.file(path(entity));
            case "filehash" -> to.hash(text(entity, "Value"));
            case "ip" -> to.ip(text(entity, "Address"));
            case "url" -> to.site(text(entity, "Url"));
            case "dns", "dnsresolution", "domainname" -> domain(entity);
            case "mailbox" -> mailbox(entity);
            case "mailmessage", "submissionmail" -> mail(entity);
            case "mailcluster" -> cluster(entity);
            case "azureresource" -> machineOf(text(entity, "ResourceId"));
            case "iotdevice" -> to.host(firstText(entity, "DeviceName", "DeviceId"));
            case "oauthapplication", "serviceprincipal" -> {
                to.user(firstText(entity, "Name", "OAuthAppId"));
                draft.detail("application", text(entity, "Name"));
            }
            case "cloudapplication" -> draft.detail("application", text(entity, "Name"));
            case "cloudlogonsession", "hostlogonsession" -> draft.detail("session.id", text(entity, "SessionId"));
            case "securitygroup" -> draft.detail("group", firstText(entity, "DistinguishedName", "Name", "SID"));
            case "registrykey" -> draft.detail("registry.key", registryKey(entity));
            case "registryvalue" -> registryValue(entity);
            case "malware" -> draft.detail("threat.name", text(entity, "Name"));
            default -> {
                // No entity of ours; what lies within it may be one.
            }
        }
    }

    private void host(JsonNode host) {
        to.host(hostName(host));
        to.ip(text(host, "LastIpAddress"));
        draft.detail("host.ip", text(host, "LastIpAddress"));
        draft.detail("host.os", text(host, "OSFamily").replace("Unknown", ""));
        machineOf(text(host, "AzureID"));
    }

    /// Without the domain: some products give it and some do not.
    static String hostName(JsonNode host) {
        return shortName(firstText(host, "HostName", "NetBiosName", "FQDN", "Name"));
    }

    static String shortName(String name) {
        int dot = name.indexOf('.');
        return dot < 1 || name.chars().allMatch(c -> c == '.' || Character.isDigit(c)) ? name : name.substring(0, dot);
    }

    private void machineOf(String resourceId) {
        var machine = MACHINE.matcher(resourceId);
        if (machine.find()) {
            to.host(shortName(machine.group(1)));
        }
        draft.detail("resource", resourceId);
    }

    private void account(JsonNode account) {
        to.user(accountName(account));
        draft.detail("user.sid", text(account, "Sid"));
        draft.detail("user.upn", text(account, "UserPrincipalName"));
    }

    /// The name that the account logs on with. Some products write the person's name into `Name`; then the first half
    /// of the principal name is nearer.
    static String accountName(JsonNode account) {
        String own = text(account, "AccountName");
        if (!own.isEmpty()) {
            return beforeAt(own);
        }
        String name = text(account, "Name");
        String principal = beforeAt(text(account, "UserPrincipalName"));
        return PLAIN_NAME.matcher(name).matches() || principal.isEmpty() ? beforeAt(name) : principal;
    }

    private static String beforeAt(String name) {
        int at = name.indexOf('@');
        return at < 1 ? name : name.substring(0, at);
    }

    /// Folder and name; the name alone where no folder is known.
    static String path(JsonNode file) {
        String folder = text(file, "Directory");
        String name = text(file, "Name");
        if (folder.isEmpty() || name.isEmpty() || folder.endsWith("\\") || folder.endsWith("/")) {
            return folder + name;
        }
        return folder + (folder.startsWith("/") ? '/' : '\\') + name;
    }

    private void domain(JsonNode dns) {
        to.domain(text(dns, "DomainName"));
        draft.detail("dns.query", text(dns, "DomainName"));
    }

    /// A mailbox is its owner's: it names the account, too.
    private void mailbox(JsonNode mailbox) {
        to.mailbox(firstText(mailbox, "MailboxPrimaryAddress", "Upn"));
        to.user(beforeAt(text(mailbox, "Upn")));
    }

    private void mail(JsonNode mail) {
        String sender = firstText(mail, "P2Sender", "Sender", "P1Sender");
        to.mailbox(text(mail, "Recipient")).mailbox(sender).mailbox(text(mail, "P1Sender"));
        to.ip(text(mail, "SenderIP")).ip(text(mail, "SenderIp"));
        each(mail.path("Urls")).forEach(url -> to.site(text(url)));
        draft.detail("mail.id", text(mail, "NetworkMessageId"));
        draft.detail("mail.sender", sender);
        draft.detail("mail.subject", text(mail, "Subject"));
        draft.detail("action", text(mail, "DeliveryAction").replace("Unknown", ""));
    }

    /// Mails alike are grouped by fields whose names and values stand in two lists. Only an address of the sender's
    /// server is an entity; his domain is often the organisation's own.
    private void cluster(JsonNode cluster) {
        String[] fields = text(cluster, "ClusterBy").split(";");
        String[] values = text(cluster, "ClusterByValue").split(";");
        for (int i = 0; i < Math.min(fields.length, values.length) && fields.length == values.length; i++) {
            if (fields[i].equalsIgnoreCase("SenderIp")) {
                to.ip(values[i]);
            }
        }
    }

    private void registryValue(JsonNode value) {
        JsonNode key = graph.of(value, "Key");
        draft.detail("registry.key", key.isObject() ? registryKey(key) : text(key));
        draft.detail("registry.value", (text(value, "Name") + " = " + text(value, "Value")).strip());
    }

    private static String registryKey(JsonNode key) {
        String hive = text(key, "Hive");
        return hive.isEmpty() ? text(key, "Key") : hive + '\\' + text(key, "Key");
    }
}
