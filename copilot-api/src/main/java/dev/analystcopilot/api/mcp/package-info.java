/// Lookups for programs that speak the Model Context Protocol, each with its caller's sight.
@NullMarked
package dev.analystcopilot.api.mcp;

import org.jspecify.annotations.NullMarked;
