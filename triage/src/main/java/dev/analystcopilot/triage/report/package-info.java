/// What a batch run tells people: its summary, and one self-contained page.
@NullMarked
package dev.analystcopilot.triage.report;

import org.jspecify.annotations.NullMarked;
