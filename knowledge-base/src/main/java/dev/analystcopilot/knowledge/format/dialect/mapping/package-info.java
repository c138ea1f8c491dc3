/// JSON and CSV of any product, read by a mapping file.
@NullMarked
package dev.analystcopilot.knowledge.format.dialect.mapping;

import org.jspecify.annotations.NullMarked;
