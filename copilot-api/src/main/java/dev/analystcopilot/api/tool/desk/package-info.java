/// What every tool works with: the asker's sight, the numbered evidence, and arguments that are read like any
/// stranger's.
@NullMarked
package dev.analystcopilot.api.tool.desk;

import org.jspecify.annotations.NullMarked;
