/// Brings documents from wherever they are into the store, and keeps the store up to date with them.
@NullMarked
package dev.analystcopilot.knowledge.intake;

import org.jspecify.annotations.NullMarked;
