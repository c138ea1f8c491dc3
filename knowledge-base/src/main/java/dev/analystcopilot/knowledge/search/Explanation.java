package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Stage 6: why a passage was found, in words for people.
final class Explanation {
    private static final int WORDS = 6;
    private static final double MUCH = 0.5;
    private static final double SOME = 0.3;

    private Explanation() {}

    static Why why(Analysis analysis, Candidate candidate) {
        List<String> words =
                candidate.words().stream().map(analysis::written).distinct().toList();
        return new Why(
                words,
                candidate.lexicalRank(),
                candidate.denseRank(),
                candidate.cosine(),
                text(analysis, candidate, words));
    }

    private static Bilingual text(Analysis analysis, Candidate candidate, List<String> words) {
        var en = new ArrayList<String>();
        var zh = new ArrayList<String>();
        if (candidate.named()) {
            en.add("the question names " + candidate.passage().ref());
            zh.add("问题提到了 " + candidate.passage().ref());
        }
        candidate.lexicalRank().ifPresent(rank -> {
            List<String> some = words.stream().limit(WORDS).toList();
            en.add("place %d by words (%s)".formatted(rank, String.join(", ", some)));
            zh.add("按词语排第 %d（%s）".formatted(rank, String.join("、", some)));
        });
        candidate.denseRank().ifPresent(rank -> {
            String cosine =
                    String.format(Locale.ROOT, "%.2f", candidate.cosine().orElse(0.0));
            en.add("place %d by meaning (cosine %s)".formatted(rank, cosine));
            zh.add("按语义排第 %d（余弦 %s）".formatted(rank, cosine));
        });
        if (candidate.feature(Feature.TITLE) >= MUCH) {
            en.add("the title has most of the question's words");
            zh.add("标题包含问题的大部分词语");
        } else if (candidate.feature(Feature.TITLE_ASKED) >= MUCH) {
            en.add("the question has most of the title's words");
            zh.add("问题包含标题的大部分词语");
        }
        if (candidate.feature(Feature.HEADING) >= MUCH) {
            en.add("the heading fits");
            zh.add("小标题相符");
        }
        if (candidate.feature(Feature.DOCUMENT) >= SOME) {
            en.add("other parts of the document fit, too");
            zh.add("该文档的其他部分也相符");
        }
        if (analysis.translated()) {
            en.add("searched with the question's terms in the other language");
            zh.add("以问题术语的另一种语言检索");
        }
        return new Bilingual(String.join("; ", en), String.join("；", zh));
    }
}
