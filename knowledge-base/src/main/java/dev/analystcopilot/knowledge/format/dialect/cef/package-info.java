/// ArcSight's Common Event Format.
@NullMarked
package dev.analystcopilot.knowledge.format.dialect.cef;

import org.jspecify.annotations.NullMarked;
