/// Names of malware, tools and groups in a text.
@NullMarked
package dev.analystcopilot.knowledge.text.name;

import org.jspecify.annotations.NullMarked;
