/// The alert formats: one class each says how a product's record becomes an alert. A new one is one class and one line
/// in the registry.
@NullMarked
package dev.analystcopilot.knowledge.format.dialect;

import org.jspecify.annotations.NullMarked;
