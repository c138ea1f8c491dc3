package dev.analystcopilot.knowledge.demo;

/// The alert format a draft is written in; each goes to a file of its own.
enum Form {
    OCSF,
    WAZUH
}
