/// The service: what starts, and nothing else. Each room below is one feature.
@NullMarked
package dev.analystcopilot.api;

import org.jspecify.annotations.NullMarked;
