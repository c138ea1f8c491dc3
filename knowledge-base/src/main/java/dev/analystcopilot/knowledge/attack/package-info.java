/// The MITRE ATT&CK vocabulary: tactics and techniques with their names in both languages.
@NullMarked
package dev.analystcopilot.knowledge.attack;

import org.jspecify.annotations.NullMarked;
