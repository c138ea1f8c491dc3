package dev.analystcopilot.triage.narrate.fact;

/// What a question is about beside, or instead of, one case.
public sealed interface Topic
        permits ComparedCases,
                CountFacts,
                EntityFacts,
                HuntFacts,
                NoTopic,
                OneAlert,
                PastOfCase,
                ShiftFacts,
                TextFacts {}
