/// What others publish for machines: rules, analytics, lists of vulnerabilities.
@NullMarked
package dev.analystcopilot.knowledge.source.feed;

import org.jspecify.annotations.NullMarked;
