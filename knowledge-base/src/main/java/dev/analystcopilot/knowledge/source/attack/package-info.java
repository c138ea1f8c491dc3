/// ATT&CK as MITRE publishes it: STIX bundles, read into one page for each technique, group, software …
@NullMarked
package dev.analystcopilot.knowledge.source.attack;

import org.jspecify.annotations.NullMarked;
