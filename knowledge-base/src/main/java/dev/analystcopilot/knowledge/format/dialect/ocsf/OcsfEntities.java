package dev.analystcopilot.knowledge.format.dialect.ocsf;

import static dev.analystcopilot.knowledge.format.field.Json.each;
import static dev.analystcopilot.knowledge.format.field.Json.firstText;
import static dev.analystcopilot.knowledge.format.field.Json.text;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.format.field.Addresses;
import dev.analystcopilot.knowledge.format.field.EntityList;
import tools.jackson.databind.JsonNode;

/// What an OCSF event is about: its own objects, those of its evidences, and last its observables, which mostly repeat
/// them.
final class OcsfEntities {
    private OcsfEntities() {}

    static void collect(JsonNode record, EntityList to) {
        context(record, to);
        each(record.path("evidences")).forEach(evidence -> context(evidence, to));
        each(record.path("resources")).forEach(resource -> resource(resource, to));
        each(record.path("resource")).forEach(resource -> resource(resource, to));
        each(record.path("observables")).forEach(observable -> observable(observable, to));
        each(record.path("finding_info").path("related_events"))
                .flatMap(event -> each(event.path("observables")))
                .forEach(observable -> observable(observable, to));
    }

    /// The objects that events and evidences have in common.
    private static void context(JsonNode node, EntityList to) {
        device(node.path("device"), to);
        endpoint(node.path("src_endpoint"), false, to);
        endpoint(node.path("dst_endpoint"), true, to);
        user(node.path("actor").path("user"), to);
        user(node.path("user"), to);
        process(node.path("process"), to);
        process(node.path("actor").path("process"), to);
        file(node.path("file"), to);
        url(node.path("url"), to);
        url(node.path("http_request").path("url"), to);
        to.domain(text(node.path("query"), "hostname"));
        to.domain(text(node.path("tls"), "sni"));
        email(node.path("email"), to);
    }

    private static void device(JsonNode device, EntityList to) {
        to.host(firstText(device, "hostname", "name")).ip(text(device, "ip"));
    }

    /// A name with a dot on the far side of a connection, at a public address or none, is a domain of the internet
    /// rather than a host of this network.
    private static void endpoint(JsonNode endpoint, boolean farSide, EntityList to) {
        String ip = text(endpoint, "ip");
        String name = firstText(endpoint, "hostname", "name");
        boolean ofInternet = ip.isEmpty() ? farSide : !Addresses.isPrivate(ip);
        if (name.indexOf('.') > 0 && ofInternet) {
            to.domain(name);
        } else {
            to.host(name);
        }
        to.ip(ip).domain(text(endpoint, "domain"));
    }

    private static void user(JsonNode user, EntityList to) {
        to.user(text(user, "name")).mailbox(text(user, "email_addr"));
    }

    private static void process(JsonNode process, EntityList to) {
        oneProcess(process, to);
        oneProcess(process.path("parent_process"), to);
    }

    private static void oneProcess(JsonNode process, EntityList to) {
        JsonNode image = process.path("file");
        String name = firstText(image, "path", "name");
        String known = name.isEmpty() ? firstText(process, "path", "name") : name;
        String commandLine = text(process, "cmd_line");
        to.process(commandLine.isEmpty() ? known : commandLine);
        user(process.path("user"), to);
        hashes(image, to);
    }

    private static void file(JsonNode file, EntityList to) {
        to.file(firstText(file, "path", "name"));
        hashes(file, to);
    }

    private static void hashes(JsonNode file, EntityList to) {
        each(file.path("hashes")).forEach(hash -> to.hash(text(hash, "value")));
    }

    private static void url(JsonNode url, EntityList to) {
        to.url(firstText(url, "url_string", "text")).domain(firstText(url, "hostname", "domain"));
    }

    private static void email(JsonNode email, EntityList to) {
        to.mailbox(firstText(email, "smtp_from", "from"));
        each(email.path("smtp_to")).forEach(address -> to.mailbox(text(address)));
        each(email.path("to")).forEach(address -> to.mailbox(text(address)));
        each(email.path("files")).forEach(file -> file(file, to));
        each(email.path("urls")).forEach(url -> url(url, to));
    }

    private static void resource(JsonNode resource, EntityList to) {
        String type = text(resource, "type").toLowerCase(java.util.Locale.ROOT);
        if (type.contains("user") || type.contains("account") || type.contains("principal")) {
            to.user(text(resource, "name"));
        } else if (resource.has("hostname") || resource.has("ip")) {
            device(resource, to);
        } else if (type.contains("host") || type.contains("device") || type.contains("endpoint")) {
            to.host(text(resource, "name"));
        }
        user(resource.path("owner"), to);
    }

    /// By OCSF `type_id`. Bare names of files and processes only count where nothing better is known of one.
    private static void observable(JsonNode observable, EntityList to) {
        String value = text(observable, "value");
        switch (observable.path("type_id").asInt(0)) {
            case 1 -> to.host(value);
            case 2 -> to.ip(value);
            case 4 -> to.user(value);
            case 5 -> to.mailbox(value);
            case 6 -> to.url(value);
            case 7 -> {
                if (!to.has(Entity.File.class)) {
                    to.file(value);
                }
            }
            case 8 -> to.hash(value);
            case 9 -> {
                if (!to.has(Entity.Process.class)) {
                    to.process(value);
                }
            }
            case 13 -> to.process(value);
            case 45 -> to.file(value);
            default -> {
                // Ports, countries, whole objects and the like are no entities, or stand elsewhere in the event.
            }
        }
    }
}
