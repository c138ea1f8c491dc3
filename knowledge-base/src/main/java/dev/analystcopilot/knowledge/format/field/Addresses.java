package dev.analystcopilot.knowledge.format.field;

import java.util.regex.Pattern;

/// What can be told of an IP address from its spelling.
public final class Addresses {
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]{2,39}(?:[0-9.]{7,15})?(?:%[0-9A-Za-z]{1,20})?");
    private static final Pattern PRIVATE = Pattern.compile(
            "10\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2[0-9]|3[01])\\..*|169\\.254\\..*|127\\..*|[fF][cdCD].*:.*|[fF][eE]80:.*");
    private static final Pattern SERVER = Pattern.compile(
            "(?i)^\\s*[a-z][a-z0-9+.-]{1,15}://(?:[^/?#@\\s]{0,200}@)?([a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63}){1,20})");
    private static final Pattern NOWHERE = Pattern.compile("127\\..*|0\\.0\\.0\\.0|::1?|255\\.255\\.255\\.255");

    private Addresses() {}

    public static boolean looksLikeIp(String value) {
        return V4.matcher(value).matches()
                || (value.indexOf(':') >= 0
                        && value.indexOf(':') != value.lastIndexOf(':')
                        && V6.matcher(value).matches());
    }

    /// Whether it belongs to a network of its own (RFC 1918, link-local, unique local).
    public static boolean isPrivate(String ip) {
        return PRIVATE.matcher(ip).matches();
    }

    /// The server's name or address in a URL, without port and account; empty if there is none with a dot in it.
    public static String server(String url) {
        var matcher = SERVER.matcher(url);
        return matcher.find() ? matcher.group(1) : "";
    }

    /// Loopback, unspecified and broadcast: the same on every machine.
    static boolean nowhere(String ip) {
        return NOWHERE.matcher(ip).matches();
    }
}
