package dev.analystcopilot.knowledge.reference;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import java.util.List;
import java.util.Locale;

/// Rows of an indicator feed: `type,value,confidence,source,name,labels,valid_from,valid_until`, all but the value may
/// be
/// missing.
final class IndicatorRows {
    private static final int USUAL_CONFIDENCE = 50;

    private IndicatorRows() {}

    static Indicator read(Row row) {
        String value = row.text("value", "indicator", "ioc", "ioc_value", "observable")
                .orElseThrow(() -> new RowException("there is no value: fill the column 'value'"));
        String type = row.text("type", "ioc_type", "indicator_type", "kind").orElse("");
        return new Indicator(
                entity(type, value),
                row.text("name", "malware", "threat", "malware_printable", "description")
                        .orElse(""),
                row.text("source", "feed", "provider", "reporter").orElse(""),
                row.text("confidence", "confidence_level", "score")
                        .map(IndicatorRows::confidence)
                        .orElse(USUAL_CONFIDENCE),
                row.texts("labels", "tags"),
                row.text("valid_from", "first_seen", "first_seen_utc").map(at -> Values.time("valid_from", at, false)),
                row.text("valid_until", "expires", "expiration", "valid_to")
                        .map(at -> Values.time("valid_until", at, true)));
    }

    private static Entity entity(String type, String value) {
        return switch (type.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "")) {
            case "ip",
                    "ipv4",
                    "ipv6",
                    "ipaddr",
                    "ipv4addr",
                    "ipv6addr",
                    "ipdst",
                    "ipsrc",
                    "ip:port",
                    "ipport",
                    "address" -> new Entity.Ip(Values.address(value));
            case "domain", "domainname", "hostname", "fqdn", "host" -> new Entity.Domain(Values.domain(value));
            case "url", "uri", "link" -> new Entity.Url(Values.url(value));
            case "hash",
                    "md5",
                    "sha1",
                    "sha256",
                    "sha512",
                    "filehash",
                    "md5hash",
                    "sha1hash",
                    "sha256hash",
                    "filehashmd5",
                    "filehashsha1",
                    "filehashsha256" -> new Entity.Hash(Values.hash(value));
            case "email", "emailaddr", "emailsrc", "mailbox", "emailaddress" ->
                new Entity.Mailbox(Values.mailbox(value));
            case "file", "filename", "filepath" -> new Entity.File(value);
            case "" ->
                Values.shaped(value)
                        .orElseThrow(
                                () -> new RowException(
                                        "what '" + Values.shown(value)
                                                + "' is cannot be told: fill the column 'type' with ip, domain, url, hash, email or file"));
            default ->
                throw new RowException("type is ip, domain, url, hash (md5, sha1, sha256), email or file, not '"
                        + Values.shown(type) + "'");
        };
    }

    static int confidence(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "low", "低" -> 15;
            case "medium", "med", "中" -> USUAL_CONFIDENCE;
            case "high", "高" -> 85;
            default -> {
                if (!text.matches("\\d{1,3}(?:\\.0*)?%?") || Integer.parseInt(text.replaceAll("\\..*|%", "")) > 100) {
                    throw new RowException("confidence goes from 0 to 100, not '" + Values.shown(text) + "'");
                }
                yield Integer.parseInt(text.replaceAll("\\..*|%", ""));
            }
        };
    }

    static List<Indicator> list(Row row) {
        return List.of(read(row));
    }
}
