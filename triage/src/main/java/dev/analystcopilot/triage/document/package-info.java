/// A case as it is stored, sent and narrated: plain data, one JSON object.
@NullMarked
package dev.analystcopilot.triage.document;

import org.jspecify.annotations.NullMarked;
