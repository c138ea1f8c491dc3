/// How unlike the rest a burst is, by an isolation forest run through ONNX.
@NullMarked
package dev.analystcopilot.triage.anomaly;

import org.jspecify.annotations.NullMarked;
