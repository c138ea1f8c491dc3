/// A case in the formats that other tools read: STIX 2.1 and the layers of ATT&CK Navigator.
@NullMarked
package dev.analystcopilot.triage.export;

import org.jspecify.annotations.NullMarked;
