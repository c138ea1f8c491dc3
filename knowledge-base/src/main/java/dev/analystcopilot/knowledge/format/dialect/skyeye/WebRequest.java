package dev.analystcopilot.knowledge.format.dialect.skyeye;

import dev.analystcopilot.knowledge.format.field.Fields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The web request an alarm is about. Fields of their own come first; what they leave out stands in the request's
/// header.
///
/// @param host the value of the header `Host`, with a port if it has one
/// @param path the path and query, or a whole URL where a proxy was asked
record WebRequest(String method, String host, String path) {
    private static final Pattern FIRST_LINE = Pattern.compile("^\\s*([A-Z]{3,10}) (\\S{1,4000})");
    private static final Pattern HOST = Pattern.compile("(?im)^host:[ \\t]*([^\\s]{1,255})");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    static WebRequest of(Fields fields) {
        String header = fields.text("req_header", "request_header", "http_header")
                .replace("\\r", "\r")
                .replace("\\n", "\n");
        Matcher first = FIRST_LINE.matcher(header);
        boolean found = first.find();
        return new WebRequest(
                either(fields.text("method", "req_method"), found ? first.group(1) : ""),
                either(fields.text("host", "http_host"), group(HOST, header)),
                either(fields.text("uri", "url", "req_uri"), found ? first.group(2) : ""));
    }

    /// The host without its port.
    String server() {
        return PORT.matcher(host).replaceFirst("");
    }

    /// The whole address; the path alone where the host is not known.
    String url() {
        return path.startsWith("/") && !host.isEmpty() ? "http://" + host + path : path;
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
