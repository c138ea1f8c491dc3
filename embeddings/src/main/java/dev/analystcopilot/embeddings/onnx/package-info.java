/// How ONNX Runtime sessions are opened, shared and closed.
@NullMarked
package dev.analystcopilot.embeddings.onnx;

import org.jspecify.annotations.NullMarked;
