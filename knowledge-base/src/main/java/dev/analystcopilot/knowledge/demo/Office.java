package dev.analystcopilot.knowledge.demo;

import java.time.ZoneId;

/// The two offices of the invented company.
enum Office {
    BERLIN("Europe/Berlin", "Germany"),
    SHANGHAI("Asia/Shanghai", "China");

    private final ZoneId zone;
    private final String country;

    Office(String zone, String country) {
        this.zone = ZoneId.of(zone);
        this.country = country;
    }

    ZoneId zone() {
        return zone;
    }

    String country() {
        return country;
    }
}
