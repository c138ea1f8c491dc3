/// A seeded demo backlog: three days of alerts of an invented company, so that a stranger without data sees the main
/// job done.
@NullMarked
package dev.analystcopilot.knowledge.demo;

import org.jspecify.annotations.NullMarked;
