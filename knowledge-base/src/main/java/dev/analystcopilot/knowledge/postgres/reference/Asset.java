package dev.analystcopilot.knowledge.postgres.reference;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// A machine of the organisation.
///
/// @param host its name, full if known; in small letters
/// @param addresses IP addresses
/// @param owner a person or team; may be empty
/// @param role what it does, such as `web server`; may be empty
/// @param openPorts in rising order
public record Asset(
        String host,
        List<String> addresses,
        String owner,
        String role,
        Criticality criticality,
        List<Software> software,
        List<Integer> openPorts,
        Exposure exposure) {

    public Asset {
        host = new Entity.Host(host).value();
        addresses = addresses.stream()
                .map(address -> new Entity.Ip(address).value())
                .distinct()
                .toList();
        requireNonNull(owner, "owner");
        requireNonNull(role, "role");
        requireNonNull(criticality, "criticality");
        software = List.copyOf(software);
        openPorts = List.copyOf(new TreeSet<>(openPorts));
        if (openPorts.stream().anyMatch(port -> port < 0 || port > 65_535)) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535, not all of " + openPorts);
        }
        requireNonNull(exposure, "exposure");
    }

    /// @param name as the inventory spells it
    /// @param version may be empty
    public record Software(String name, String version) {
        public Software {
            name = name.strip();
            version = version.strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a software needs a name");
            }
        }

        /// `name version`.
        public String label() {
            return version.isEmpty() ? name : name + " " + version;
        }
    }

    /// Whether it runs a product, told by the words of its name; versions are not compared.
    public boolean runs(String vendor, String product) {
        return software.stream().anyMatch(each -> SoftwareNames.names(SoftwareNames.key(each.name()), vendor, product));
    }

    /// How bad it is when it fails or falls into wrong hands, in rising order.
    public enum Criticality {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL;

        /// The spelling in files and interfaces.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Who can reach it.
    public enum Exposure {
        INTERNET,
        INTERNAL;

        /// The spelling in files and interfaces.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What it is looked up by: its name, its name without the domain, and its addresses.
    List<String> keys() {
        var keys = new ArrayList<String>();
        keys.add(new Entity.Host(host).key());
        int dot = host.indexOf('.');
        if (dot > 0 && !host.chars().allMatch(c -> c == '.' || Character.isDigit(c))) {
            keys.add(new Entity.Host(host.substring(0, dot)).key());
        }
        addresses.forEach(address -> keys.add(new Entity.Ip(address).key()));
        software.forEach(each -> keys.add(SoftwareNames.key(each.name())));
        return keys.stream().distinct().toList();
    }
}
