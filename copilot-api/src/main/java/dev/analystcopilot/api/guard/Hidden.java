package dev.analystcopilot.api.guard;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a provider may not have to learn.
public enum Hidden {
    SECRET,
    CARD,
    ID,
    PHONE,
    MAIL,
    USER,
    HOST,
    ADDRESS;

    /// What no provider learns, wherever it runs.
    public static final Set<Hidden> ALWAYS = Set.copyOf(EnumSet.of(SECRET, CARD, ID));

    /// What a provider outside this network does not learn.
    public static final Set<Hidden> OUTSIDE = Set.copyOf(EnumSet.allOf(Hidden.class));

    /// As pseudonyms and settings spell it.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
