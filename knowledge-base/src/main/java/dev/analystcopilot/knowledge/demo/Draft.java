package dev.analystcopilot.knowledge.demo;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// An alert as its product would write it, before it has an id.
record Draft(Instant time, Form form, ObjectNode body) {}
