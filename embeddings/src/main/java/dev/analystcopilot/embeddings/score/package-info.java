/// Feature rows to scores, and the writer that puts trees into standard ONNX files.
@NullMarked
package dev.analystcopilot.embeddings.score;

import org.jspecify.annotations.NullMarked;
