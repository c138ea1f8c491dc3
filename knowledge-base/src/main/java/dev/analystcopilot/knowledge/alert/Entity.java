package dev.analystcopilot.knowledge.alert;

import java.util.Locale;

/// Something an alert is about. Equal type and value means the same thing: values are trimmed here, and those that
/// compare without case (host, user, domain, ip, hash) are lower-cased.
public sealed interface Entity {

    /// The value that identifies it, as shown to people.
    String value();

    /// `host`, `user`, `process`, `ip`, `domain`, `url`, `file`, `hash` or `mailbox`.
    default String type() {
        return switch (this) {
            case Host ignored -> "host";
            case User ignored -> "user";
            case Process ignored -> "process";
            case Ip ignored -> "ip";
            case Domain ignored -> "domain";
            case Url ignored -> "url";
            case File ignored -> "file";
            case Hash ignored -> "hash";
            case Mailbox ignored -> "mailbox";
        };
    }

    /// `type:value`, the spelling in the database and in filters.
    default String key() {
        return type() + ":" + value();
    }

    record Host(String value) implements Entity {
        public Host {
            value = Values.folded("host", value);
        }
    }

    record User(String value) implements Entity {
        public User {
            value = Values.folded("user", value);
        }
    }

    /// A program that ran: its command line, or its image where no command line is known.
    record Process(String value) implements Entity {
        public Process {
            value = Values.trimmed("process", value);
        }
    }

    record Ip(String value) implements Entity {
        public Ip {
            value = Values.folded("ip", value);
        }
    }

    record Domain(String value) implements Entity {
        public Domain {
            value = Values.folded("domain", value);
        }
    }

    record Url(String value) implements Entity {
        public Url {
            value = Values.trimmed("url", value);
        }
    }

    record File(String value) implements Entity {
        public File {
            value = Values.trimmed("file", value);
        }
    }

    record Hash(String value) implements Entity {
        public Hash {
            value = Values.folded("hash", value);
        }
    }

    record Mailbox(String value) implements Entity {
        public Mailbox {
            value = Values.folded("mailbox", value);
        }
    }

    /// The entity that [#type] and [#value] name.
    ///
    /// @throws IllegalArgumentException if the type is none of the known ones, or the value is blank
    static Entity of(String type, String value) {
        return switch (type) {
            case "host" -> new Host(value);
            case "user" -> new User(value);
            case "process" -> new Process(value);
            case "ip" -> new Ip(value);
            case "domain" -> new Domain(value);
            case "url" -> new Url(value);
            case "file" -> new File(value);
            case "hash" -> new Hash(value);
            case "mailbox" -> new Mailbox(value);
            default -> throw new IllegalArgumentException("unknown entity type '" + type + "'");
        };
    }

    /// The reverse of [#key].
    static Entity ofKey(String key) {
        int colon = key.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("an entity key is type:value, not '" + key + "'");
        }
        return of(key.substring(0, colon), key.substring(colon + 1));
    }

    /// Shared checks of the records above.
    final class Values {
        /// In UTF-8. Longer values are cut: a command line of a megabyte identifies nothing better than its first
        /// part, and PostgreSQL's indexes take entries of 2,704 bytes at most.
        static final int MAX_BYTES = 2_000;

        private Values() {}

        static String trimmed(String type, String value) {
            return Texts.cut(named(type, value), MAX_BYTES);
        }

        static String folded(String type, String value) {
            return Texts.cut(named(type, value).toLowerCase(Locale.ROOT), MAX_BYTES);
        }

        private static String named(String type, String value) {
            String trimmed = Texts.storable(value).strip();
            if (trimmed.isEmpty()) {
                throw new IllegalArgumentException("a " + type + " needs a value");
            }
            return trimmed;
        }
    }
}
