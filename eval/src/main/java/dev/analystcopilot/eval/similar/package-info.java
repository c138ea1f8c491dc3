/// Nearest fingerprints among a million alerts of many tenants: how many are found, how fast, beside other stores.
@NullMarked
package dev.analystcopilot.eval.similar;

import org.jspecify.annotations.NullMarked;
