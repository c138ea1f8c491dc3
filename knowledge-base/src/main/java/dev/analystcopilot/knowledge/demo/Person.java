package dev.analystcopilot.knowledge.demo;

/// An employee of the invented company and the workstation that is theirs.
record Person(String login, Machine workstation) {

    String mailbox() {
        return login + "@" + Site.DOMAIN;
    }

    Office office() {
        return workstation.office();
    }
}
