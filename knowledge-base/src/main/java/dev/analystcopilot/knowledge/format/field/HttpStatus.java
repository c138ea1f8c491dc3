package dev.analystcopilot.knowledge.format.field;

import dev.analystcopilot.knowledge.alert.Outcome;

/// What a web server's answer says about the request.
public final class HttpStatus {

    private HttpStatus() {}

    /// The server refused (4xx): an attempt. Any other answer settles nothing: an attack may be answered with 200 and
    /// have failed, or with 500 and have worked.
    public static Outcome outcome(String status) {
        return status.length() == 3 && status.charAt(0) == '4' && status.chars().allMatch(Character::isDigit)
                ? Outcome.ATTEMPTED
                : Outcome.UNKNOWN;
    }
}
