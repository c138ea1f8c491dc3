package dev.analystcopilot.triage.investigate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Tells what a question asks for. The kinds stand in `wanted.yaml`.
final class WantedKinds {
    /// Where a sentence begins to ask; what stands before sets the scene.
    private static final Pattern ASKS = Pattern.compile(
            "\\b(can you|could you|would you|what|which|who(m|se)?|identify|find out|provide|determine|tell me|at what)\\b"
                    + "|[哪谁什]|请问|多少");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？]\\s+|[。！？]");
    /// What joins two things that are asked for: "the process id, created time and command line".
    private static final Pattern JOINS = Pattern.compile(
            "[\\s`'()]*(,|and|和|、|及|__|, and|parameters|details?)(\\s|the|its|created|utc|of|was|what|used|when|was it)*");
    private static final int FAR = 45;

    private final List<Wanted> kinds = new ArrayList<>();

    WantedKinds() {
        try (InputStream in = WantedKinds.class.getResourceAsStream("/triage/investigate/wanted.yaml")) {
            if (in == null) {
                throw new IllegalStateException("wanted.yaml is missing from the program");
            }
            for (JsonNode node : YAMLMapper.shared().readTree(in)) {
                kinds.add(new Wanted(
                        node.path("kind").asString(),
                        node.path("rank").asInt(),
                        texts(node.path("ask")).stream().map(Pattern::compile).toList(),
                        texts(node.path("from")),
                        texts(node.path("attributes"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /// What is asked for: one kind, or several that are asked for in one breath; empty if nothing known is.
    List<Wanted> of(String question) {
        String asking = asking(question.toLowerCase(Locale.ROOT));
        List<Found> found = new ArrayList<>();
        for (Wanted kind : kinds) {
            for (Pattern pattern : kind.ask()) {
                Matcher matcher = pattern.matcher(asking);
                if (matcher.find()) {
                    found.add(new Found(kind, matcher.start(), matcher.end()));
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start)
                .thenComparingInt(one -> -one.kind().rank())
                .thenComparingInt(one -> -one.end()));
        return found.isEmpty() ? List.of() : inOneBreath(asking, found);
    }

    private static List<Wanted> inOneBreath(String asking, List<Found> found) {
        Found first = best(asking, found);
        List<Wanted> wanted = new ArrayList<>(List.of(first.kind()));
        int end = first.end();
        for (Found next : found) {
            boolean follows = next.start() >= end && next.start() - end <= FAR;
            if (follows
                    && !wanted.contains(next.kind())
                    && ofProcess(first.kind())
                    && ofProcess(next.kind())
                    && JOINS.matcher(asking.substring(end, next.start())).lookingAt()) {
                wanted.add(next.kind());
                end = next.end();
            }
        }
        return wanted;
    }

    /// The first that is named; one in brackets behind it says it more precisely: "which user (AadUserId)".
    private static Found best(String asking, List<Found> found) {
        Found first = found.getFirst();
        for (Found other : found) {
            boolean bracketed = asking.substring(0, other.start()).matches(".*\\((in terms of )?$");
            if (other.kind().rank() > first.kind().rank() && other.start() - first.end() <= 20 && bracketed) {
                return other;
            }
        }
        return first;
    }

    private static boolean ofProcess(Wanted kind) {
        return kind.from().getFirst().equals("process");
    }

    /// From the last sentence's first word that asks, to its end.
    private static String asking(String question) {
        String text = question.strip();
        int from = 0;
        Matcher ends = SENTENCE_END.matcher(text);
        while (ends.find()) {
            if (ends.end() < text.length()) {
                from = ends.end();
            }
        }
        String last = text.substring(from);
        Matcher asks = ASKS.matcher(last);
        return asks.find() ? last.substring(asks.start()) : last;
    }

    private record Found(Wanted kind, int start, int end) {}
}
