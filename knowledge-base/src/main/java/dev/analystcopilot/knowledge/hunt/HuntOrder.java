package dev.analystcopilot.knowledge.hunt;

import java.util.Locale;

/// In which order alerts are listed.
public enum HuntOrder {
    NEWEST,
    OLDEST,
    /// Of the same severity, the newest first.
    SEVEREST;

    /// The spelling in interfaces.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static HuntOrder ofWireName(String name) {
        for (HuntOrder order : values()) {
            if (order.wireName().equals(name)) {
                return order;
            }
        }
        throw new IllegalArgumentException("order must be newest, oldest or severest");
    }
}
