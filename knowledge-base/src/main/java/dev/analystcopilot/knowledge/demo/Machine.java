package dev.analystcopilot.knowledge.demo;

/// A computer of the invented company.
///
/// @param agent its Wazuh agent number, such as `011`
record Machine(String name, String ip, String agent, Os os, Office office) {

    enum Os {
        LINUX("Linux", 200),
        WINDOWS("Windows", 100);

        private final String ocsfName;
        private final int ocsfId;

        Os(String ocsfName, int ocsfId) {
            this.ocsfName = ocsfName;
            this.ocsfId = ocsfId;
        }

        String ocsfName() {
            return ocsfName;
        }

        int ocsfId() {
            return ocsfId;
        }
    }
}
