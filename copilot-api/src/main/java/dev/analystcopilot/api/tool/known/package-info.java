/// Tools that look up what is known: documents, techniques, machines, indicators, facts.
@NullMarked
package dev.analystcopilot.api.tool.known;

import org.jspecify.annotations.NullMarked;
