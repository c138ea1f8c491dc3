package dev.analystcopilot.knowledge.embedded;

/// A database role and its password. The password stays out of [#toString].
public record Login(String user, String password) {

    public Login {
        if (user.isBlank()) {
            throw new IllegalArgumentException("a login needs a user");
        }
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
