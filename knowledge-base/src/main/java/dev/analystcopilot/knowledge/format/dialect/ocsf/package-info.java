/// Findings of the Open Cybersecurity Schema Framework.
@NullMarked
package dev.analystcopilot.knowledge.format.dialect.ocsf;

import org.jspecify.annotations.NullMarked;
