/// Tools about one host, account, address or other thing: when it was seen, with whom, and what is usual for it.
@NullMarked
package dev.analystcopilot.api.tool.entity;

import org.jspecify.annotations.NullMarked;
