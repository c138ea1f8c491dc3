package dev.analystcopilot.knowledge.format.dialect.cef;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.dialect.LineFormat;
import dev.analystcopilot.knowledge.format.field.Addresses;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.EntityList;
import dev.analystcopilot.knowledge.format.field.HttpStatus;
import dev.analystcopilot.knowledge.format.field.Outcomes;
import dev.analystcopilot.knowledge.format.field.Severities;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// ArcSight's Common Event Format, with or without a syslog header, from whatever product.
///
/// Keys: ArcSight, "Implementing ArcSight Common Event Format", chapter "Extension Dictionary".
public final class CefFormat implements LineFormat {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
    private static final Pattern TECHNIQUE = Pattern.compile("(?i).*(?:mitre|technique|att&ck|tactic|ttp).*");

    @Override
    public String name() {
        return "cef";
    }

    @Override
    public boolean recognises(String line) {
        return CefLine.isOne(line);
    }

    @Override
    public Map<String, String> fields(String line) {
        return CefLine.fields(line);
    }

    @Override
    public AlertDraft read(Map<String, String> fields) {
        var values = new Values(fields);
        String product = (values.of("deviceVendor") + ' ' + values.of("deviceProduct")).strip();
        var draft = new AlertDraft()
                .source(product.isEmpty() ? "cef" : product)
                .rule(values.of("signatureId", "name"))
                .title(values.of("name", "msg", "signatureId"))
                .message(values.of("msg"))
                .time(CefTimes.of(fields))
                .severity(severity(values.of("deviceSeverity")))
                .outcome(outcome(values));
        draft.techniquesIn(values.of("cat"));
        values.labelled(TECHNIQUE).forEach(draft::techniquesIn);
        values.named(TECHNIQUE).forEach(draft::techniquesIn);
        entities(values, draft.entities());
        details(values, draft);
        return draft;
    }

    private static Severity severity(String level) {
        if (!NUMBER.matcher(level).matches()) {
            return level.equalsIgnoreCase("very-high") || level.equalsIgnoreCase("very high")
                    ? Severity.CRITICAL
                    : Severities.ofName(level);
        }
        int number = Integer.parseInt(level);
        if (number == 0) {
            return Severity.INFORMATIONAL;
        } else if (number <= 3) {
            return Severity.LOW;
        } else if (number <= 6) {
            return Severity.MEDIUM;
        } else if (number <= 8) {
            return Severity.HIGH;
        }
        return number <= 10 ? Severity.CRITICAL : Severity.UNKNOWN;
    }

    /// What a device stopped was an attempt. That a request or a connection succeeded is no success of an attack, so
    /// the word only counts where nothing of the network is told.
    private static Outcome outcome(Values values) {
        Outcome action = Outcomes.ofName(values.of("act"));
        Outcome told = Outcomes.ofName(values.of("outcome", "categoryOutcome").replace("/", ""));
        if (action == Outcome.ATTEMPTED || told == Outcome.ATTEMPTED) {
            return Outcome.ATTEMPTED;
        }
        Outcome answered = HttpStatus.outcome(values.labelled(Pattern.compile("(?i).*(?:status|response).*code.*"))
                .findFirst()
                .orElse(""));
        boolean ofNetwork =
                !values.of("request", "requestMethod", "app", "proto").isEmpty();
        return answered != Outcome.UNKNOWN || ofNetwork ? answered : told;
    }

    private static void entities(Values values, EntityList to) {
        Stream.of("src", "dst", "sourceTranslatedAddress", "destinationTranslatedAddress", "c6a2", "c6a3")
                .forEach(key -> to.ip(values.of(key)));
        name(values.of("shost"), values.of("src"), false, to);
        name(values.of("dhost"), values.of("dst"), true, to);
        if (to.toList().isEmpty()) {
            to.host(values.of("dvchost")).ip(values.of("dvc"));
        }
        to.domain(values.of("destinationDnsDomain"));
        Stream.of("suser", "duser").forEach(key -> account(values.of(key), to));
        to.process(values.of("sproc")).process(values.of("dproc"));
        to.file(values.of("filePath", "fname")).file(values.of("oldFilePath"));
        to.hash(values.of("fileHash")).hash(values.of("oldFileHash"));
        values.labelled(Pattern.compile("(?i).*(?:md5|sha-?1|sha-?256|hash).*")).forEach(to::hash);
        to.site(values.of("request"));
    }

    private static void account(String name, EntityList to) {
        if (name.indexOf('@') > 0) {
            to.mailbox(name);
        } else {
            to.user(name);
        }
    }

    /// A name with a dot at a public address, or on the far side at none, is a domain of the internet.
    private static void name(String name, String ip, boolean farSide, EntityList to) {
        boolean ofInternet = ip.isEmpty() ? farSide : !Addresses.isPrivate(ip);
        if (name.indexOf('.') > 0 && ofInternet) {
            to.domain(name);
        } else {
            to.host(name);
        }
    }

    private static void details(Values values, AlertDraft draft) {
        draft.detail("rule.level", values.of("deviceSeverity"))
                .detail("category", values.of("cat", "deviceEventCategory"))
                .detail("action", values.of("act"))
                .detail("src.ip", values.of("src"))
                .detail("src.port", values.of("spt"))
                .detail("dst.ip", values.of("dst"))
                .detail("dst.port", values.of("dpt"))
                .detail("protocol", values.of("app", "proto"))
                .detail("direction", direction(values.of("deviceDirection")))
                .detail("http.method", values.of("requestMethod"))
                .detail("http.url", values.of("request"))
                .detail("http.user_agent", values.of("requestClientApplication"))
                .detail("process.image", values.of("dproc", "sproc"))
                .detail("process.user", values.of("duser", "suser"))
                .detail("file.path", values.of("filePath", "fname"))
                .detail("hash", values.of("fileHash"))
                .detail("event.id", values.of("externalId"))
                .detail("reason", values.of("reason"))
                .detail("sensor", values.of("dvchost", "dvc"));
    }

    private static String direction(String code) {
        return switch (code) {
            case "0" -> "inbound";
            case "1" -> "outbound";
            default -> code;
        };
    }

    /// The values of a line. A custom one (`cs1`) is named by another (`cs1Label`).
    private record Values(Map<String, String> fields) {
        private static final String LABEL = "Label";

        String of(String... keys) {
            return Stream.of(keys)
                    .map(key -> fields.getOrDefault(key, ""))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /// Custom values whose label fits.
        Stream<String> labelled(Pattern label) {
            return fields.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith(LABEL)
                            && label.matcher(entry.getValue()).matches())
                    .flatMap(entry -> Optional.ofNullable(fields.get(without(entry.getKey()))).stream());
        }

        /// Values whose key fits.
        Stream<String> named(Pattern key) {
            return fields.entrySet().stream()
                    .filter(entry -> key.matcher(entry.getKey()).matches())
                    .map(Map.Entry::getValue);
        }

        private static String without(String key) {
            return key.substring(0, key.length() - LABEL.length());
        }
    }
}
