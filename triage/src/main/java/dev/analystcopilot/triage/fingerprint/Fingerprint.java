package dev.analystcopilot.triage.fingerprint;

/// The canonical text of an alert and its hash.
///
/// @param hash 32 hex digits; equal texts of one version of [Fingerprinter] have equal hashes
/// @param text what gets embedded: one line, changing parts replaced by their kind
public record Fingerprint(String hash, String text) {}
