package dev.analystcopilot.triage.correlate;

import java.time.Duration;

/// What two bursts can have in common, how much that alone says that they belong together, and how fast it fades.
///
/// The weights are orders of belief, not fitted values: what names one thing only (a running process, a URL) ties
/// nearly for certain and for days; what many things share (a host, an address beside a host) ties for minutes, or
/// only together with more. Alone a host ties for 45 minutes and an account for two days.
enum LinkKind {
    /// The same running process, or a process of the same tree.
    LINEAGE(0.9, Duration.ofDays(1)),
    HOST(0.65, Duration.ofHours(2)),
    USER(0.8, Duration.ofDays(3)),
    /// One names in a command line the account that the other is about.
    NAMED_USER(0.55, Duration.ofHours(6)),
    /// An address outside, in an alert that knows no host: where somebody came from.
    PUBLIC_ADDRESS(0.75, Duration.ofDays(1)),
    /// An address inside, in an alert that knows no host: it stands for the host.
    PRIVATE_ADDRESS(0.65, Duration.ofHours(2)),
    /// An address beside a host is mostly the host's own, or that of the gateway that all hosts share.
    HOST_ADDRESS(0.3, Duration.ofHours(2)),
    URL(0.85, Duration.ofDays(7)),
    DOMAIN(0.7, Duration.ofDays(3)),
    /// The domain above the one that is named.
    PARENT_DOMAIN(0.3, Duration.ofDays(7)),
    FILE(0.6, Duration.ofDays(7)),
    HASH(0.7, Duration.ofDays(7)),
    /// One rare fingerprint on several anchors at nearly the same moment.
    CAMPAIGN(0.75, Duration.ofSeconds(210));

    /// A tie that has faded below this is none.
    private static final double LEAST = 0.05;

    private final double weight;
    private final double halfLifeSeconds;

    LinkKind(double weight, Duration halfLife) {
        this.weight = weight;
        this.halfLifeSeconds = halfLife.toSeconds();
    }

    /// @param seconds between the end of the one burst and the begin of the other, 0 if they overlap
    /// @return 0–1, 0 beyond the kind's window
    double tie(double seconds) {
        double tie = weight * Math.pow(2, -seconds / halfLifeSeconds);
        return tie < LEAST ? 0 : tie;
    }

    /// After this long nothing of the kind ties.
    Duration window() {
        return Duration.ofSeconds((long) Math.ceil(halfLifeSeconds * Math.log(weight / LEAST) / Math.log(2)));
    }

    /// Whether the more anchors share it, the less it says: not for what names one thing by its nature.
    boolean fadesWithSpread() {
        return switch (this) {
            case LINEAGE, HOST, CAMPAIGN -> false;
            case USER,
                    NAMED_USER,
                    PUBLIC_ADDRESS,
                    PRIVATE_ADDRESS,
                    HOST_ADDRESS,
                    URL,
                    DOMAIN,
                    PARENT_DOMAIN,
                    FILE,
                    HASH -> true;
        };
    }
}
