/// What can be told from a text without knowing what it is about: its language, its words, its sentences, the
/// indicators in it.
@NullMarked
package dev.analystcopilot.knowledge.text;

import org.jspecify.annotations.NullMarked;
