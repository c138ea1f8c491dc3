package dev.analystcopilot.triage.narrate.words;

import java.util.Locale;
import java.util.Set;

/// Compares how people write a name with how alerts do.
public final class Names {
    /// Names of hosts and accounts that are plain words in a sentence.
    private static final Set<String> TOO_PLAIN =
            Set.of("the", "server", "host", "user", "web", "mail", "system", "admin", "and", "did", "what");

    private Names() {}

    /// @return 1 for the same name, less for the first label of a domain name, for a machine's name without what it
    ///     begins with (`web-01` of `shop-web-01`) and for one that only has a number after it, 0 for another one
    public static double likeness(String mention, String type, String value) {
        String name = value.toLowerCase(Locale.ROOT);
        String said = mention.startsWith(type + ":") ? mention.substring(type.length() + 1) : mention;
        if (said.equals(name) || squashed(said).equals(squashed(name))) {
            return 1;
        }
        return switch (type) {
            case "host" -> host(said, name);
            case "user", "mailbox" -> account(said, name);
            case "file", "process" -> said.length() > 3 && lastPart(name).equals(said) ? 0.9 : 0;
            case "domain", "url" -> said.length() > 3 && said.contains(".") && name.contains(said) ? 0.8 : 0;
            default -> 0;
        };
    }

    /// Whether a question says the name of a host or an account as a word, without anything that marks it as a name.
    public static boolean spoken(String question, String type, String value) {
        if (!(type.equals("host") || type.equals("user")) || value.length() < 3) {
            return false;
        }
        String name = value.toLowerCase(Locale.ROOT);
        String text = question.toLowerCase(Locale.ROOT);
        if (TOO_PLAIN.contains(name)) {
            return false;
        }
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (!partOfName(text, at - 1) && !partOfName(text, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static double host(String said, String name) {
        String label = firstLabel(name);
        if (squashed(label).equals(squashed(said))) {
            return 0.95;
        }
        if (label.equals(name) && squashed(firstLabel(said)).equals(squashed(name))) {
            return 0.9;
        }
        if (endsWith(label, said)) {
            return 0.7;
        }
        String stem = squashed(label);
        int end = stem.length();
        while (end > 0 && Character.isDigit(stem.charAt(end - 1))) {
            end--;
        }
        return end >= 2 && end < stem.length() && stem.substring(0, end).equals(squashed(said)) ? 0.6 : 0;
    }

    /// People leave out what all machines of a site begin with; a number alone is too little to know one by.
    private static boolean endsWith(String label, String said) {
        return said.chars().anyMatch(Character::isLetter)
                && said.chars().anyMatch(Character::isDigit)
                && label.endsWith("-" + said);
    }

    /// `web-01` of `web-01.corp.example`; an address stays whole.
    private static String firstLabel(String name) {
        int dot = name.indexOf('.');
        boolean address = name.chars().allMatch(c -> Character.isDigit(c) || c == '.');
        return dot > 0 && !address ? name.substring(0, dot) : name;
    }

    /// `corp\alice`, `alice@corp.example` and `alice` are one account.
    private static double account(String said, String name) {
        return bare(said).equals(bare(name)) ? 0.9 : 0;
    }

    private static String bare(String account) {
        String user = account.substring(account.lastIndexOf('\\') + 1);
        return user.contains("@") ? user.substring(0, user.indexOf('@')) : user;
    }

    private static String lastPart(String path) {
        String program = path.split(" ", 2)[0];
        return program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
    }

    private static String squashed(String name) {
        var squashed = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != ' ' && c != '_' && c != '-') {
                squashed.append(c);
            }
        }
        return squashed.toString();
    }

    private static boolean partOfName(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
