/// Who is calling, and what they may do: sessions, tokens, roles, and one table of routes.
@NullMarked
package dev.analystcopilot.api.security;

import org.jspecify.annotations.NullMarked;
