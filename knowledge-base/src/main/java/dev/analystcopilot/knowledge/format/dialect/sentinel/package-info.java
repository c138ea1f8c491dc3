/// Alerts of Microsoft Sentinel and the Defender products behind it.
@NullMarked
package dev.analystcopilot.knowledge.format.dialect.sentinel;

import org.jspecify.annotations.NullMarked;
