/// The one place where blocking code meets reactive code.
@NullMarked
package dev.analystcopilot.api.bridge;

import org.jspecify.annotations.NullMarked;
