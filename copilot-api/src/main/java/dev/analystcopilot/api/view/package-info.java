/// What a page or a script reads: overview, alerts, cases, knowledge.
@NullMarked
package dev.analystcopilot.api.view;

import org.jspecify.annotations.NullMarked;
