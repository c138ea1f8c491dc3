/// What comes in from alerts and documents, and what goes out to models and people, guarded: planted instructions are
/// shown as findings, names and secrets are hidden from providers, answers carry nothing active.
@NullMarked
package dev.analystcopilot.api.guard;

import org.jspecify.annotations.NullMarked;
