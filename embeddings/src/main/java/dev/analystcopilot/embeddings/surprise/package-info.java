/// How surprising a row's values are, given each other: an anomaly model for tables of any kind.
@NullMarked
package dev.analystcopilot.embeddings.surprise;

import org.jspecify.annotations.NullMarked;
