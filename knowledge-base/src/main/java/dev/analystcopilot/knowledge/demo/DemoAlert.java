package dev.analystcopilot.knowledge.demo;

/// A draft with its final id, ready to be written.
record DemoAlert(Part part, String id, Draft draft) {}
