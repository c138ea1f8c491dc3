package dev.analystcopilot.api.llm.agent;

import dev.analystcopilot.api.llm.LlmConversation;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.llm.provider.Line;
import dev.analystcopilot.api.llm.provider.Usage;
import java.util.ArrayList;
import java.util.List;

/// Makes a conversation fit into so many tokens. First earlier turns go, oldest first; then evidence, from its end,
/// where the least telling stands; never the rules or the question.
final class Fit {
    private static final String OPEN = "<evidence";
    private static final String CLOSE = "</evidence>";

    private Fit() {}

    static List<Line> opening(LlmConversation conversation, int room) {
        var turns = conversation.turns();
        String question = evidence(turns.getLast().text(), Math.max(0, room - Usage.tokens(conversation.system())));
        int left = room - Usage.tokens(conversation.system()) - Usage.tokens(question);
        List<Line> before = new ArrayList<>();
        for (int i = turns.size() - 2; i >= 0; i--) {
            left -= Usage.tokens(turns.get(i).text());
            if (left < 0) {
                break;
            }
            before.addFirst(line(turns.get(i)));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line.System(conversation.system()));
        lines.addAll(before);
        lines.add(new Line.User(question));
        return lines;
    }

    /// A prompt with as many of its blocks of evidence as there is room for.
    static String evidence(String prompt, int room) {
        int over = Usage.tokens(prompt) - room;
        if (over <= 0) {
            return prompt;
        }
        StringBuilder shorter = new StringBuilder(prompt);
        int left = 0;
        int end = shorter.lastIndexOf(CLOSE);
        while (over > 0 && end >= 0) {
            int begin = shorter.lastIndexOf(OPEN, end);
            if (begin < 0) {
                break;
            }
            int to = Math.min(shorter.length(), end + CLOSE.length() + 1);
            over -= Usage.tokens(shorter.subSequence(begin, to));
            shorter.delete(begin, to);
            left++;
            end = begin == 0 ? -1 : shorter.lastIndexOf(CLOSE, begin);
            if (over <= 0 || end < 0) {
                shorter.insert(
                        begin,
                        "<evidence>%d more pieces of evidence are left out for want of room</evidence>\n"
                                .formatted(left));
            }
        }
        return shorter.toString();
    }

    private static Line line(Turn turn) {
        return turn.speaker() == Speaker.USER ? new Line.User(turn.text()) : new Line.Model(turn.text(), List.of());
    }
}
