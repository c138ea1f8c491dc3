package dev.analystcopilot.eval.peer;

import dev.analystcopilot.embeddings.text.Vector;

/// @param text what the product embeds for this passage: title, heading, other ways to ask, body
public record PeerPassage(String id, String text, Vector vector) {}
