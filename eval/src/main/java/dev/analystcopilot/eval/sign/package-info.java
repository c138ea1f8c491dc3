/// How well the bodies of single alerts are judged by their signs.
@NullMarked
package dev.analystcopilot.eval.sign;

import org.jspecify.annotations.NullMarked;
