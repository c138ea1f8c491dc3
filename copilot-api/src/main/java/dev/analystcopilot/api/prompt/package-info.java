/// Prompts as files, each with one typed way to fill it. Alert and document text enters only as escaped values.
@NullMarked
package dev.analystcopilot.api.prompt;

import org.jspecify.annotations.NullMarked;
