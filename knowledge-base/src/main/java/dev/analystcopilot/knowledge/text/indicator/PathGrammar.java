package dev.analystcopilot.knowledge.text.indicator;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Paths of Windows and POSIX, and registry keys.
///
/// A folder's name may hold spaces (`C:\Program Files\x.exe`); the last name may not, unless the path stands in quotes:
/// nobody can tell where else it would end.
final class PathGrammar {
    private static final int LONGEST_PATH = 1_024;
    private static final int LONGEST_SPACED_NAME = 64;
    private static final String NOT_IN_NAMES = "\\/:*?\"<>|\r\n\t";
    private static final String TRAILING = ".,;:!?)]}'`";
    private static final Set<String> ROOTS = Set.of(
            "bin",
            "boot",
            "dev",
            "etc",
            "home",
            "lib",
            "lib64",
            "media",
            "mnt",
            "opt",
            "proc",
            "root",
            "run",
            "sbin",
            "srv",
            "sys",
            "tmp",
            "usr",
            "var",
            "Users",
            "Library",
            "Applications",
            "System",
            "Volumes",
            "private");
    private static final Set<String> HIVES = Set.of(
            "HKLM",
            "HKCU",
            "HKU",
            "HKCR",
            "HKCC",
            "HKEY_LOCAL_MACHINE",
            "HKEY_CURRENT_USER",
            "HKEY_USERS",
            "HKEY_CLASSES_ROOT",
            "HKEY_CURRENT_CONFIG");
    private static final int LONGEST_HIVE = 19;

    private PathGrammar() {}

    /// `C:\…`, also with the doubled backslashes of JSON.
    static @Nullable Hit windows(Refanged text, int from) {
        boolean drive = Characters.letter(text.at(from)) && text.at(from + 1) == ':' && text.at(from + 2) == '\\';
        if (!drive) {
            return null;
        }
        int end = end(text, from, from + 2);
        return end > from + 3 ? new Hit(IndicatorType.WINDOWS_PATH, single(text.text(from, end)), end) : null;
    }

    /// `\\host\share…`
    static @Nullable Hit unc(Refanged text, int from) {
        if (text.at(from) != '\\' || text.at(from + 1) != '\\' || text.at(from - 1) == '\\') {
            return null;
        }
        int host = from + 2;
        while (host < from + 4 && text.at(host) == '\\') {
            host++;
        }
        int share = host;
        while (share < host + LONGEST_SPACED_NAME && Characters.host(text.at(share))) {
            share++;
        }
        if (share == host || text.at(share) != '\\') {
            return null;
        }
        int end = end(text, from, share);
        boolean named = end > share + 1 && !text.text(share, end).matches("\\\\+");
        return named ? new Hit(IndicatorType.UNC_PATH, "\\" + single(text.text(from, end)), end) : null;
    }

    /// `HKLM\…`, also PowerShell's `HKLM:\…`.
    static @Nullable Hit registry(Refanged text, int from) {
        int end = from;
        while (end <= from + LONGEST_HIVE && (Characters.letter(text.at(end)) || text.at(end) == '_')) {
            end++;
        }
        String hive = text.text(from, end).toUpperCase(Locale.ROOT);
        int slash = text.at(end) == ':' ? end + 1 : end;
        if (text.at(slash) != '\\' || !HIVES.contains(hive)) {
            return null;
        }
        int last = end(text, from, slash);
        return last > slash + 1
                ? new Hit(IndicatorType.REGISTRY_KEY, hive + single(text.text(slash, last)), last)
                : null;
    }

    /// Below a folder that every system has, or below a home.
    static @Nullable Hit posix(Refanged text, int from) {
        int begin = text.at(from) == '~' ? from + 1 : from;
        char before = text.at(from - 1);
        boolean starts = !Characters.word(before) && "/.\\~-:@".indexOf(before) < 0;
        if (text.at(begin) != '/' || !(starts || before == ':')) {
            return null;
        }
        int end = begin;
        while (end < from + LONGEST_PATH && (Characters.host(text.at(end)) || "/+@%=,~".indexOf(text.at(end)) >= 0)) {
            end++;
        }
        while (end > begin + 1 && (TRAILING.indexOf(text.at(end - 1)) >= 0)) {
            end--;
        }
        String path = text.text(begin, end);
        int second = path.indexOf('/', 1);
        boolean rooted = second > 0 && ROOTS.contains(path.substring(1, second)) && second < path.length() - 1;
        boolean home = begin > from && path.length() > 1;
        return rooted || home ? new Hit(IndicatorType.POSIX_PATH, text.text(from, end), end) : null;
    }

    /// The end of names that backslashes lead.
    private static int end(Refanged text, int from, int firstSlash) {
        char quote = text.at(from - 1);
        boolean quoted = quote == '"' || quote == '\'';
        int end = firstSlash;
        while (text.at(end) == '\\' && end < from + LONGEST_PATH) {
            int name = text.at(end + 1) == '\\' ? end + 2 : end + 1;
            int next = nameEnd(text, name, quoted ? quote : 0);
            if (next == name) {
                return end == firstSlash ? name : end;
            }
            end = next;
        }
        while (end > firstSlash + 1 && !quoted && TRAILING.indexOf(text.at(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static int nameEnd(Refanged text, int from, int quote) {
        int plain = from;
        while (plain < from + LONGEST_PATH
                && inName(text.at(plain))
                && text.at(plain) != ' '
                && text.at(plain) != quote) {
            plain++;
        }
        if (text.at(plain) != ' ') {
            return plain;
        }
        int spaced = plain;
        while (spaced < from + LONGEST_SPACED_NAME && inName(text.at(spaced)) && text.at(spaced) != quote) {
            spaced++;
        }
        if (quote != 0 && text.at(spaced) == quote) {
            return spaced;
        }
        boolean folder = text.at(spaced) == '\\' && text.at(spaced - 1) != ' ';
        return folder && !text.text(from, plain).matches(".*\\.\\w{1,4}") ? spaced : plain;
    }

    private static boolean inName(char c) {
        return c >= ' ' && NOT_IN_NAMES.indexOf(c) < 0 && !(c > 0x2fff && "，。；：、！？）】》”".indexOf(c) >= 0);
    }

    private static String single(String path) {
        return path.replaceAll("\\\\+", "\\\\");
    }
}
