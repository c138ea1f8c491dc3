package dev.analystcopilot.triage.sign;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What can be worked out about a body beyond the words in it: hidden text, obfuscation, names and places that do not
/// fit. Each is a word of [Field#FACT].
final class Facts {
    private static final int NOISY = 4;
    private static final int LONG_BLOB = 300;
    private static final int RANDOM_CONSONANTS = 6;

    /// Programs of Windows that live in its own folder and nowhere else.
    private static final Set<String> SYSTEM_PROGRAMS = Set.of(
            "svchost.exe",
            "lsass.exe",
            "services.exe",
            "csrss.exe",
            "winlogon.exe",
            "smss.exe",
            "wininit.exe",
            "explorer.exe",
            "taskhostw.exe",
            "taskhost.exe",
            "spoolsv.exe",
            "dllhost.exe",
            "rundll32.exe",
            "conhost.exe",
            "lsm.exe",
            "ctfmon.exe",
            "dwm.exe",
            "regsvr32.exe",
            "sihost.exe",
            "runtimebroker.exe",
            "searchindexer.exe",
            "werfault.exe",
            "userinit.exe",
            "wmiprvse.exe",
            "mshta.exe",
            "wscript.exe",
            "cscript.exe",
            "schtasks.exe");

    /// Tools whose renaming serves no honest purpose.
    private static final Set<String> RENAMED_TOOLS = Set.of(
            "powershell.exe",
            "cmd.exe",
            "rundll32.exe",
            "regsvr32.exe",
            "mshta.exe",
            "wscript.exe",
            "cscript.exe",
            "certutil.exe",
            "psexec.c",
            "psexesvc.exe",
            "bitsadmin.exe",
            "procdump",
            "rclone.exe",
            "7z.exe",
            "mimikatz.exe",
            "adfind.exe",
            "net.exe",
            "schtasks.exe",
            "wmic.exe",
            "plink",
            "msbuild.exe");

    private static final Set<String> INNOCENT = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "txt", "mp4", "zip", "rtf");
    private static final Set<String> ACTIVE = Set.of(
            "exe", "scr", "js", "jse", "vbs", "vbe", "bat", "cmd", "lnk", "hta", "ps1", "com", "pif", "wsf", "msi");

    private final Body body;

    Facts(Body body) {
        this.body = body;
    }

    void work() {
        String written = body.written();
        if (!written.isBlank()) {
            hidden(written);
            obfuscation(written);
        }
        body.gatherCode();
        names();
        accounts();
        addresses();
    }

    /// Characters that turn the direction of writing.
    private static boolean turnsDirection(String text) {
        return text.indexOf('\u202e') >= 0 || text.indexOf('\u202d') >= 0;
    }

    private void fact(boolean holds, String word) {
        if (holds) {
            body.add(Field.FACT, word);
        }
    }

    private void hidden(String written) {
        List<String> payloads = Payloads.in(written);
        payloads.forEach(payload -> body.add(Field.DECODED, payload));
        fact(!payloads.isEmpty(), "decoded-text");
        fact(payloads.isEmpty() && Payloads.longestRun(written) >= LONG_BLOB, "opaque-blob");
    }

    private void obfuscation(String written) {
        int noise = 0;
        int joins = 0;
        int slots = 0;
        for (int i = 1; i + 2 < written.length(); i++) {
            char c = written.charAt(i);
            boolean inWord = Character.isLetter(written.charAt(i - 1)) && Character.isLetter(written.charAt(i + 1));
            noise += (c == '^' || c == '`') && inWord ? 1 : 0;
            joins += c == '+' && isQuote(written.charAt(i - 1)) && isQuote(written.charAt(i + 1)) ? 1 : 0;
            slots += c == '}' && written.charAt(i + 1) == '{' && Character.isDigit(written.charAt(i + 2)) ? 1 : 0;
        }
        fact(noise >= NOISY, "noise-in-words");
        fact(joins >= NOISY, "words-in-pieces");
        fact(
                slots >= 3 && (written.contains("-f ") || written.contains("-f'") || written.contains("-f\"")),
                "words-in-pieces");
        String lower = written.toLowerCase(Locale.ROOT);
        int codes = 0;
        for (int at = lower.indexOf("[char]"); at >= 0 && codes < NOISY; at = lower.indexOf("[char]", at + 6)) {
            codes++;
        }
        fact(codes >= NOISY || lower.contains("[char[]]"), "character-codes");
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }

    private void names() {
        String image = body.get(Field.IMAGE).strip();
        String name = lastPart(image);
        fact(SYSTEM_PROGRAMS.contains(name) && image.contains("\\") && !inWindows(image), "misplaced-system-program");
        String original = body.get(Field.ORIGINAL_NAME).strip();
        fact(
                !name.isEmpty()
                        && RENAMED_TOOLS.contains(original)
                        && !stem(name).startsWith(stem(original)),
                "renamed-tool");
        fact(
                doubleExtension(name)
                        || doubleExtension(lastPart(body.get(Field.FILE).strip())),
                "double-extension");
        fact(turnsDirection(image) || turnsDirection(body.get(Field.FILE)), "hidden-direction");
        fact(looksRandom(stem(name)), "random-image");
        fact(looksRandom(body.get(Field.SERVICE).strip()), "random-service");
        fact(looksRandom(stem(lastPart(body.get(Field.TASK).strip()))), "random-task");
    }

    /// Under the letter of a drive or the name of a device, both of which the system writes.
    private static boolean inWindows(String image) {
        return image.contains(":\\windows\\")
                || image.startsWith("\\systemroot\\")
                || (image.startsWith("\\device\\harddiskvolume") && image.contains("\\windows\\"));
    }

    private void accounts() {
        String user = body.get(Field.USER).strip();
        fact(isSystem(user), "system-user");
        fact(user.endsWith("$"), "machine-user");
        fact(isSystem(body.get(Field.PARENT_USER).strip()), "system-parent-user");
        String target = body.get(Field.TARGET_USER).strip();
        fact(
                isSystem(target) || target.endsWith("$") || target.startsWith("dwm-") || target.startsWith("umfd-"),
                "service-target");
    }

    private static boolean isSystem(String user) {
        return switch (lastPart(user)) {
            case "system", "local service", "network service", "s-1-5-18", "s-1-5-19", "s-1-5-20" -> true;
            default -> user.startsWith("nt authority\\");
        };
    }

    private void addresses() {
        fact(isPublic(body.get(Field.TARGET_IP).strip()), "public-target");
        fact(isPublic(body.get(Field.SOURCE_IP).strip()), "public-source");
    }

    /// An IPv4 address outside the ranges that are anyone's own.
    static boolean isPublic(String ip) {
        String[] parts = ip.split("\\.", -1);
        if (parts.length != 4
                || ip.length() > 15
                || !ip.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
                || ip.contains("..")) {
            return false;
        }
        int first = Integer.parseInt(parts[0].isEmpty() ? "0" : parts[0]);
        int second = Integer.parseInt(parts[1]);
        return first > 0
                && first < 224
                && first != 10
                && first != 127
                && !(first == 192 && second == 168)
                && !(first == 172 && second >= 16 && second < 32)
                && !(first == 169 && second == 254)
                && !(first == 100 && second >= 64 && second < 128);
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static boolean doubleExtension(String name) {
        int last = name.lastIndexOf('.');
        int before = last > 0 ? name.lastIndexOf('.', last - 1) : -1;
        return before > 0
                && ACTIVE.contains(name.substring(last + 1))
                && INNOCENT.contains(name.substring(before + 1, last).strip());
    }

    /// Letters and digits that nobody would pronounce: a long run of consonants, or digits strewn between letters.
    static boolean looksRandom(String name) {
        if (name.length() < 6 || name.length() > 40) {
            return false;
        }
        int consonants = 0;
        int longest = 0;
        int switches = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !digit) {
                return false;
            }
            consonants = letter && "aeiouy".indexOf(c) < 0 ? consonants + 1 : 0;
            longest = Math.max(longest, consonants);
            switches += i > 0 && digit != (name.charAt(i - 1) <= '9') ? 1 : 0;
        }
        return longest >= RANDOM_CONSONANTS || switches >= 4;
    }
}
