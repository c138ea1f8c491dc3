/// Storage in PostgreSQL: one store for each aggregate, every call under a tenant and an audience that row-level
/// security enforces.
@NullMarked
package dev.analystcopilot.knowledge.postgres;

import org.jspecify.annotations.NullMarked;
