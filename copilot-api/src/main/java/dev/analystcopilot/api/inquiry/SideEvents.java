package dev.analystcopilot.api.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What a lookup wants people to see beside its words, such as a proposed action. Tools add on their threads; the
/// answer's stream takes what is there after each lookup.
public final class SideEvents {
    private final Queue<ChatEvent> waiting = new ConcurrentLinkedQueue<>();

    public void add(ChatEvent event) {
        waiting.add(event);
    }

    /// What was added since the last call, oldest first.
    public List<ChatEvent> drain() {
        List<ChatEvent> events = new ArrayList<>();
        for (ChatEvent event = waiting.poll(); event != null; event = waiting.poll()) {
            events.add(event);
        }
        return events;
    }
}
