package dev.analystcopilot.knowledge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts text into the words that passages are found by: the same for what is stored and for what is asked.
///
/// Runs of Chinese characters become pairs of neighbouring characters, so that a word is found however it is cut, plus
/// the longer words that SmartChinese sees, without particles and pronouns. Everything else is stemmed English without
/// stop words; a CVE number stays
/// whole as well, and a name with dots counts as its parts, too. A Chinese question and an English passage thus share
/// their identifiers. Thread-safe.
public final class Tokens {
    private static final int MAX_TERM = 64;

    /// What questions are made of beside their subject; Lucene's own list has only the commonest function words.
    private static final CharArraySet STOP_WORDS = stopWords();

    /// Characters that stand between words: a pair with one of them is no word.
    private static final String CHINESE_BETWEEN = "的了吗呢吧么着呀啊我你您他她它们这那怎什谁";

    /// Pairs that questions are made of beside their subject.
    private static final Set<String> CHINESE_STOP_PAIRS =
            Set.of("怎样", "如何", "哪些", "哪个", "是否", "可以", "应该", "需要", "为何", "请问", "一下", "现在", "没有", "不要");

    /// What only few texts name is looked for only there: the whole grammar of indicators costs more than the words.
    private static final Pattern VULNERABILITY = Pattern.compile("cve", Pattern.CASE_INSENSITIVE);

    private final Analyzer english = new EnglishAnalyzer(STOP_WORDS);
    private final Analyzer chinese = new SmartChineseAnalyzer();

    private static CharArraySet stopWords() {
        var words = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), true);
        words.addAll(List.of(
                "i", "me", "my", "we", "our", "you", "your", "he", "she", "its", "them", "am", "been", "being", "do",
                "does", "did", "done", "has", "have", "had", "were", "can", "could", "should", "would", "may", "might",
                "must", "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "about", "from", "than",
                "so", "just", "please", "now"));
        return CharArraySet.unmodifiableSet(words);
    }

    /// In the order of the text, with repeats; the Chinese ones come after the others.
    public List<String> of(String text) {
        var tokens = new ArrayList<String>();
        Matcher han = Scripts.HAN_RUN.matcher(text);
        addEnglish(han.replaceAll(" "), tokens);
        han.reset();
        while (han.find()) {
            addChinese(han.group(), tokens);
        }
        return tokens;
    }

    /// How often each word occurs.
    public Map<String, Integer> counts(String text) {
        var counts = new HashMap<String, Integer>();
        of(text).forEach(token -> counts.merge(token, 1, Integer::sum));
        return counts;
    }

    private void addEnglish(String text, List<String> tokens) {
        for (String token : analyse(english, text)) {
            add(token, tokens);
            if (token.indexOf('.') > 0 && token.chars().anyMatch(Character::isLetter)) {
                analyse(english, token.replace('.', ' ')).forEach(part -> add(part, tokens));
            }
        }
        if (VULNERABILITY.matcher(text).find()) {
            addVulnerabilities(text, tokens);
        }
    }

    private static void addVulnerabilities(String text, List<String> tokens) {
        Indicators.in(text).stream()
                .filter(indicator -> indicator.kind() == Indicators.Kind.CVE)
                .forEach(indicator -> add(indicator.value().toLowerCase(Locale.ROOT), tokens));
    }

    private void addChinese(String run, List<String> tokens) {
        int[] characters = run.codePoints().toArray();
        if (characters.length == 1) {
            tokens.add(run);
        }
        for (int i = 0; i + 1 < characters.length; i++) {
            String pair = new String(characters, i, 2);
            if (!CHINESE_STOP_PAIRS.contains(pair)
                    && CHINESE_BETWEEN.indexOf(characters[i]) < 0
                    && CHINESE_BETWEEN.indexOf(characters[i + 1]) < 0) {
                tokens.add(pair);
            }
        }
        for (String word : analyse(chinese, run)) {
            boolean longer = word.codePointCount(0, word.length()) > 2;
            if (longer && word.chars().noneMatch(c -> CHINESE_BETWEEN.indexOf(c) >= 0)) {
                add(word, tokens);
            }
        }
    }

    private static void add(String token, List<String> tokens) {
        if (!token.isEmpty()) {
            tokens.add(token.length() <= MAX_TERM ? token : token.substring(0, MAX_TERM));
        }
    }

    private static List<String> analyse(Analyzer analyzer, String text) {
        var words = new ArrayList<String>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }
}
