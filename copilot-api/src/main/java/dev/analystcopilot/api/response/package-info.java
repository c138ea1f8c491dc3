/// What could be done about cases: people see what was proposed and write down what they decided. Nothing is carried
/// out
/// from here.
@NullMarked
package dev.analystcopilot.api.response;

import org.jspecify.annotations.NullMarked;
