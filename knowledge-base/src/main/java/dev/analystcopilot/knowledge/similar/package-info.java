/// Has this been seen before: the nearest past alerts and cases, with what people judged about them.
@NullMarked
package dev.analystcopilot.knowledge.similar;

import org.jspecify.annotations.NullMarked;
