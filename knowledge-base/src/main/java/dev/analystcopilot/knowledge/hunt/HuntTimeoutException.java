package dev.analystcopilot.knowledge.hunt;

import java.time.Duration;

/// A hunt took longer than it may. The message says what would make it shorter.
public final class HuntTimeoutException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public HuntTimeoutException(Duration limit, Throwable cause) {
        super(
                "this takes longer than " + limit.toSeconds()
                        + " s: narrow it by a span of time (from, to) or by an exact host, user or address",
                cause);
    }
}
