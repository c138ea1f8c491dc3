/// Alerts in, over HTTP, streaming and without loss.
@NullMarked
package dev.analystcopilot.api.ingest;

import org.jspecify.annotations.NullMarked;
