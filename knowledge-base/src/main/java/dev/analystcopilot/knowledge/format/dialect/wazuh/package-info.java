/// Alerts of Wazuh.
@NullMarked
package dev.analystcopilot.knowledge.format.dialect.wazuh;

import org.jspecify.annotations.NullMarked;
