package dev.analystcopilot.api.grounding.atom;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Clocks that times are told by: an offset, or a zone's name that has only one.
final class Zones {
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("cest", 2),
            Map.entry("cet", 1),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("msk", 3),
            Map.entry("jst", 9),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("beijing time", 8),
            Map.entry("china standard time", 8),
            Map.entry("北京时间", 8),
            Map.entry("中国时间", 8),
            Map.entry("东京时间", 9));
    private static final String NAMES = String.join("|", HOURS.keySet());
    private static final String OFFSET = "(?:UTC|GMT)?\\s*[+-]\\d{1,2}(?::?\\d{2})?";
    /// Behind a time of day, as the group `zone`.
    static final String BEHIND =
            "(?<zone>\\s*\\(?(?:" + OFFSET + "|(?:" + NAMES + ")(?![a-z]))\\)?(?:\\s*\\(" + OFFSET + "\\))?)?";
    private static final Pattern BEFORE =
            Pattern.compile("(" + NAMES + ")(?:时间)?[\\s（(：:,，]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHIFT = Pattern.compile("([+-])(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);

    private Zones() {}

    /// The zone that stands right before a time.
    static @Nullable ZoneOffset before(String text) {
        Matcher name = BEFORE.matcher(text);
        return name.find() && !isUtc(name.group(1)) ? named(name.group(1)) : null;
    }

    static @Nullable ZoneOffset of(@Nullable String zone) {
        if (zone == null || zone.isBlank()) {
            return null;
        }
        Matcher shift = SHIFT.matcher(zone);
        if (shift.find()) {
            return shifted(shift);
        }
        Matcher name = NAME.matcher(zone);
        return name.find() && !isUtc(name.group()) ? named(name.group()) : null;
    }

    /// What all times are in that say nothing of it.
    private static boolean isUtc(String name) {
        return name.equalsIgnoreCase("utc") || name.equalsIgnoreCase("gmt");
    }

    private static ZoneOffset named(String name) {
        return ZoneOffset.ofHours(HOURS.getOrDefault(name.toLowerCase(Locale.ROOT), 0));
    }

    private static @Nullable ZoneOffset shifted(Matcher shift) {
        int minutes =
                Integer.parseInt(shift.group(2)) * 60 + (shift.group(3) == null ? 0 : Integer.parseInt(shift.group(3)));
        if (minutes == 0) {
            return null;
        }
        try {
            return ZoneOffset.ofTotalSeconds((shift.group(1).equals("-") ? -60 : 60) * minutes);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
