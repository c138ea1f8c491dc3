package dev.analystcopilot.knowledge.text.indicator;

/// What an indicator is.
public enum IndicatorType {
    IPV4,
    IPV6,
    /// A network, `10.0.0.0/8` or `2001:db8::/32`.
    CIDR,
    MAC,
    DOMAIN,
    URL,
    EMAIL,
    MD5,
    SHA1,
    SHA256,
    SHA512,
    CVE,
    /// Of ATT&CK: technique, tactic, group, software, mitigation, campaign or detection strategy.
    ATTACK_ID,
    WINDOWS_PATH,
    UNC_PATH,
    POSIX_PATH,
    REGISTRY_KEY;

    public boolean isHash() {
        return switch (this) {
            case MD5, SHA1, SHA256, SHA512 -> true;
            case IPV4, IPV6, CIDR, MAC, DOMAIN, URL, EMAIL, CVE, ATTACK_ID -> false;
            case WINDOWS_PATH, UNC_PATH, POSIX_PATH, REGISTRY_KEY -> false;
        };
    }
}
