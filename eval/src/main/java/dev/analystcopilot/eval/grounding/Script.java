package dev.analystcopilot.eval.grounding;

import dev.analystcopilot.eval.llm.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A scripted answer: true sentences with lies among them, in many layouts, disguises and pieces.
///
/// @param truths that it holds, as people would read them
/// @param lies that it holds
record Script(String text, List<String> truths, List<Lies.Lie> lies) {
    private static final int SENTENCES = 6;

    static Script write(Offered offered, boolean chinese, Random random) {
        List<Saying> sayings = new ArrayList<>(new Truths(offered, chinese, random).all());
        Collections.shuffle(sayings, random);
        var liar = new Lies(offered, random);
        List<String> truths = new ArrayList<>();
        List<Lies.Lie> lies = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (Saying saying : sayings.subList(0, Math.min(SENTENCES, sayings.size()))) {
            boolean lie = random.nextInt(2) == 0 || (lies.isEmpty() && sentences.size() == SENTENCES - 1);
            var wrong = lie ? liar.of(saying) : java.util.Optional.<Lies.Lie>empty();
            if (wrong.isPresent()) {
                lies.add(wrong.get());
                sentences.add(disguised(wrong.get().text(), random));
            } else {
                truths.add(saying.text());
                sentences.add(dressed(saying.text(), random));
            }
        }
        return new Script(laidOut(sentences, chinese, random), truths, lies);
    }

    private static String laidOut(List<String> sentences, boolean chinese, Random random) {
        var text = new StringBuilder();
        int layout = random.nextInt(5);
        for (int i = 0; i < sentences.size(); i++) {
            String sentence = sentences.get(i);
            switch (layout) {
                case 0 -> text.append(sentence).append(chinese ? "" : " ");
                case 1 -> text.append("- ").append(sentence).append('\n');
                case 2 -> text.append(i + 1).append(". ").append(sentence).append('\n');
                case 3 ->
                    text.append("| ")
                            .append(i + 1)
                            .append(" | ")
                            .append(sentence)
                            .append(" |\n");
                default -> text.append(sentence).append("\n\n");
            }
        }
        return text.toString();
    }

    /// As models emphasise.
    private static String dressed(String sentence, Random random) {
        return random.nextInt(6) == 0 && sentence.indexOf('`') < 0 ? "**" + sentence + "**" : sentence;
    }

    /// As liars hide.
    private static String disguised(String sentence, Random random) {
        int at = 1 + random.nextInt(sentence.length() - 2);
        String left = sentence.substring(0, at);
        String right = sentence.substring(at);
        boolean inMark = left.lastIndexOf('[') > left.lastIndexOf(']');
        return switch (random.nextInt(10)) {
            case 0 -> left + "\u200b" + right;
            case 1 -> left + "\u2060" + right;
            case 2 -> inMark ? sentence : left + "<b>" + right + "</b>";
            case 3 -> sentence.replace(".", "&#46;").replace("&#46;&#46;", ".");
            case 4 -> sentence.replace("-", "\\-");
            case 5 -> sentence.replace('a', '\u0430').replace('o', '\u043e');
            case 6 -> dressed(sentence, random);
            default -> sentence;
        };
    }

    /// @param pause after each piece
    List<Act> acts(Random random, Duration pause) {
        int size = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 4 + random.nextInt(12);
        List<Act> acts = new ArrayList<>();
        for (int from = 0; from < text.length(); from += size) {
            acts.add(new Act.Say(text.substring(from, Math.min(text.length(), from + size)), pause));
        }
        return acts;
    }
}
