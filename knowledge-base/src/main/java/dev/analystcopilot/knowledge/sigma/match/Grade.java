package dev.analystcopilot.knowledge.sigma.match;

/// How far an event fulfils a part of a rule.
///
/// @param matched whether it does
/// @param bits how improbable what it fulfils is: the negative binary logarithm of an estimated probability
/// @param share how much of what is asked it fulfils, 0 to 1
record Grade(boolean matched, double bits, double share) {}
