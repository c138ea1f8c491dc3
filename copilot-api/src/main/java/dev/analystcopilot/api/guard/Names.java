package dev.analystcopilot.api.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of machines and people in a conversation. No shape tells a name; but evidence says what is one
/// (`host:web-01`, `user=alice`, `C:\Users\alice`), and what was said to be one is one wherever it stands.
final class Names {
    private static final String NAME = "([\\p{L}\\p{N}][\\p{L}\\p{N}._$-]{1,62}[\\p{L}\\p{N}$])";
    private static final List<Said> SAYING = List.of(
            new Said(
                    Hidden.HOST,
                    "(?i)(?<![\\p{L}\\p{N}])(?:host|host_?name|computer|computer_?name|device|device_?name|machine"
                            + "|workstation|server_?name|agent|主机|主机名|设备)(?:&quot;|\")?\\s*[:=：]\\s*(?:&quot;|\")?"
                            + NAME),
            new Said(
                    Hidden.USER,
                    "(?i)(?<![\\p{L}\\p{N}])(?:user|user_?name|account|account_?name|login|logon|owner|subject"
                            + "|target_?user_?name|subject_?user_?name|reporter|assignee|用户|用户名|账号|账户)(?:&quot;|\")?"
                            + "\\s*[:=：]\\s*(?:&quot;|\")?(?:[\\w.-]+\\\\)?" + NAME),
            new Said(Hidden.USER, "(?i)[a-z]:\\\\+users\\\\+" + NAME),
            new Said(Hidden.USER, "(?<![\\w/])/(?:home|Users)/" + NAME),
            new Said(Hidden.USER, "(?<![\\\\:/\\w])[A-Z][A-Z0-9-]{1,14}\\\\" + NAME + "(?!\\\\)"),
            new Said(
                    Hidden.HOST,
                    "(?i)(?<![\\w.@-])((?:[a-z0-9-]{1,63}\\.)+(?:local|corp|internal|intranet|intra|lan|home|localdomain|ad))"
                            + "(?![\\w-])"));
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._$-]*");
    /// Names that everybody has: they identify nobody, and stand in prose.
    private static final Set<String> EVERYBODYS = Set.of(
            "root",
            "admin",
            "administrator",
            "system",
            "guest",
            "user",
            "users",
            "host",
            "hosts",
            "local",
            "localhost",
            "unknown",
            "none",
            "null",
            "true",
            "false",
            "public",
            "default",
            "service",
            "network",
            "daemon",
            "nobody",
            "www-data",
            "anonymous",
            "account",
            "accounts",
            "name",
            "login",
            "server",
            "client",
            "windows",
            "linux",
            "and",
            "the",
            "not",
            "all",
            "any",
            "who",
            "what",
            "this",
            "that");

    private final Set<Hidden> kinds;
    private final List<Said> saying;
    private final Map<String, Hidden> known = new HashMap<>();

    private record Said(Hidden kind, Pattern pattern) {
        Said(Hidden kind, String pattern) {
            this(kind, Pattern.compile(pattern));
        }
    }

    /// @param ownDomains machines below them are ours, such as `example.org`
    Names(Set<Hidden> kinds, List<String> ownDomains) {
        this.kinds = kinds;
        List<Said> all = new ArrayList<>(SAYING);
        for (String domain : ownDomains) {
            all.add(new Said(
                    Hidden.HOST, "(?i)(?<![\\w.@-])((?:[a-z0-9-]{1,63}\\.)*" + Pattern.quote(domain) + ")(?![\\w-])"));
        }
        this.saying = List.copyOf(all);
    }

    /// Remembers what a text says is a name.
    void learn(String text) {
        for (Said said : saying) {
            if (kinds.contains(said.kind())) {
                Matcher matcher = said.pattern().matcher(text);
                while (matcher.find()) {
                    String name = matcher.group(1).toLowerCase(Locale.ROOT);
                    if (tells(name)) {
                        known.putIfAbsent(name, said.kind());
                    }
                }
            }
        }
    }

    private static boolean tells(String name) {
        return name.length() >= 3
                && !EVERYBODYS.contains(name)
                && name.codePoints().anyMatch(Character::isLetter);
    }

    /// Where known names stand.
    List<Spot> in(String text) {
        List<Spot> spots = new ArrayList<>();
        if (known.isEmpty()) {
            return spots;
        }
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            int to = words.end();
            while (to > words.start() && ".-_".indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
            String word = text.substring(words.start(), to).toLowerCase(Locale.ROOT);
            int end = to;
            kind(word).ifPresent(kind -> spots.add(new Spot(kind, words.start(), end)));
        }
        return spots;
    }

    /// A machine's full name is known by its first part, too.
    private Optional<Hidden> kind(String word) {
        Hidden whole = known.get(word);
        int dot = word.indexOf('.');
        if (whole != null || dot < 3) {
            return Optional.ofNullable(whole);
        }
        return Optional.ofNullable(known.get(word.substring(0, dot)));
    }
}
