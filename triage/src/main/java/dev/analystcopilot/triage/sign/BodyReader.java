package dev.analystcopilot.triage.sign;

import dev.analystcopilot.knowledge.alert.Alert;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Finds the fields of a body in the record as it came, in one pass over its JSON.
final class BodyReader {
    /// Deeper than any product nests.
    private static final int DEEPEST = 40;
    /// Windows tells every event twice, as fields and as a page of text. Of the text its first words are enough.
    private static final int FIRST_WORDS = 300;

    private static final Set<String> NOT_ABOUT_THE_EVENT =
            Set.of("agent", "manager", "predecoder", "mitre", "fields", "cluster", "observer", "beat");

    private final JsonFactory json = JsonFactory.builder().build();

    Body read(Alert alert) {
        var body = new Body();
        boolean isJson = alert.raw().startsWith("{");
        if (isJson) {
            try (JsonParser parser = json.createParser(ObjectReadContext.empty(), alert.raw())) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    object(parser, "", 0, body);
                }
            } catch (JacksonException e) {
                // Cut off or not JSON after all: what was read until here counts, and the text as a whole.
                isJson = false;
            }
        }
        if (!isJson) {
            body.add(Field.LOG, alert.raw());
        }
        body.add(Field.TITLE, alert.title());
        body.add(Field.RULE, alert.rule());
        if (!body.has(Field.LOG) && !body.has(Field.EVENT)) {
            body.add(Field.LOG, alert.message());
        }
        new Facts(body).work();
        return body;
    }

    private static void object(JsonParser parser, String container, int depth, Body body) {
        String key = "";
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            if (token == null) {
                return;
            } else if (token == JsonToken.PROPERTY_NAME) {
                key = parser.currentName();
            } else {
                value(parser, token, container, key, depth, body);
            }
        }
    }

    private static void value(JsonParser parser, JsonToken token, String container, String key, int depth, Body body) {
        if (token.isStructStart()) {
            if (depth >= DEEPEST || NOT_ABOUT_THE_EVENT.contains(key)) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT) {
                entered(key, body);
                object(parser, spelt(key), depth + 1, body);
            } else {
                array(parser, container, key, depth, body);
            }
        } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            scalar(container, key, parser.getString(), body);
        }
    }

    private static void array(JsonParser parser, String container, String key, int depth, Body body) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                return;
            }
            value(parser, token, container, key, depth + 1, body);
        }
    }

    private static void entered(String key, Body body) {
        switch (key) {
            case "vulnerability", "sca", "virustotal", "syscheck", "yara" -> body.add(Field.FACT, key);
            default -> {}
        }
    }

    private static void scalar(String container, String key, String text, Body body) {
        String name = spelt(key);
        switch (container + "." + name) {
            case "rule.level", ".rulelevel" -> level(text, body);
            case "rule.description" -> body.add(Field.TITLE, text);
            case "rule.id" -> body.add(Field.RULE, text);
            case "decoder.name" -> body.add(Field.DECODER, text);
            case "syscheck.event" -> body.add(Field.CHANGE, text);
            case "parent.commandline" -> body.add(Field.PARENT_COMMAND, text);
            case "parent.executable", "parent.name" -> body.add(Field.PARENT, text);
            case "alert.signature" -> body.add(Field.SIGNATURE, text);
            case "user.name" -> body.add(Field.USER, text);
            case "process.name" -> body.add(Field.IMAGE, text);
            case "file.name" -> body.add(Field.FILE, text);
            case "http.status", "response.statuscode" -> body.add(Field.HTTP_STATUS, text);
            case "data.id" -> body.add(text.length() == 3 ? Field.HTTP_STATUS : Field.EVENT, text);
            case "audit.uid", "audit.euid" -> body.add(Field.USER, account(text));
            case "virustotal.malicious", "virustotal.positives" -> {
                if (!text.equals("0")) {
                    body.add(Field.FACT, "virustotal-positive");
                }
            }
            default -> named(container, name, text, body);
        }
    }

    private static void named(String container, String name, String text, Body body) {
        if (container.equals("execve") && name.startsWith("a")) {
            body.addPart(Field.COMMAND, text);
            return;
        }
        Field field = Field.ofSource(name);
        if (field == null) {
            if (name.equals("status")) {
                body.add(Field.STATUS, text);
            }
            return;
        }
        switch (field) {
            case MESSAGE ->
                body.add(Field.MESSAGE, text.length() > FIRST_WORDS ? text.substring(0, FIRST_WORDS) : text);
            case LOG -> {
                if (!text.startsWith("{")) {
                    body.add(Field.LOG, text);
                }
            }
            case SIGNATURE -> body.add(Field.SIGNER, text);
            default -> body.add(field, text);
        }
    }

    private static void level(String text, Body body) {
        if (text.length() <= 2 && text.chars().allMatch(Character::isDigit)) {
            body.level(Integer.parseInt(text));
        }
    }

    /// Numbers that nearly every Linux gives to the same accounts.
    private static String account(String number) {
        return switch (number) {
            case "0" -> "root";
            case "33" -> "www-data";
            case "48" -> "apache";
            default -> number;
        };
    }

    /// In small letters, without what products put between words.
    static String spelt(String key) {
        var name = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '.') {
                name.setLength(0);
            } else if (c >= 'A' && c <= 'Z') {
                name.append((char) (c + 32));
            } else if (c != '_' && c != '-' && c != ' ' && c != '@') {
                name.append(c);
            }
        }
        return name.toString();
    }
}
