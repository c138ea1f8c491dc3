package dev.analystcopilot.knowledge.planted;

/// Where a text was found. It decides what is out of place there.
public enum Place {
    /// An alert: data of machines. Nobody is told there what to do or to answer.
    ALERT,
    /// A document or a mail: orders to people are everyday there, so only text that speaks to a model, about the answer
    /// to be given, or about the verdict on an alert is out of place.
    DOCUMENT,
    /// A list, a count or a timeline of the product's own, in which values from alerts stand between its own words:
    /// verdicts and levels are everyday there.
    QUOTED
}
