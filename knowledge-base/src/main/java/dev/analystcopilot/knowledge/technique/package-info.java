/// Which ATT&CK techniques a text describes.
@NullMarked
package dev.analystcopilot.knowledge.technique;

import org.jspecify.annotations.NullMarked;
