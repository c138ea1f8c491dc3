/// How good the judgement of cases is: each network judged by models that never saw it.
@NullMarked
package dev.analystcopilot.eval.disposition;

import org.jspecify.annotations.NullMarked;
