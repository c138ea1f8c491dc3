package dev.analystcopilot.knowledge.text.glossary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Words with their places: stemmed English with its function words, and the words of Chinese.
final class Stems {
    private final Analyzer english = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
    private final Analyzer chinese = new SmartChineseAnalyzer(CharArraySet.EMPTY_SET);

    record Stem(String text, int start, int end) {}

    List<Stem> of(String text) {
        return analyse(english, text);
    }

    List<String> chinese(String text) {
        return analyse(chinese, text).stream()
                .map(word -> text.substring(word.start(), word.end()))
                .toList();
    }

    private static List<Stem> analyse(Analyzer analyzer, String text) {
        var words = new ArrayList<Stem>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Stem(term.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }
}
