package dev.analystcopilot.knowledge.planted;

import dev.analystcopilot.knowledge.planted.Lexicon.Entry;
import dev.analystcopilot.knowledge.planted.Lexicon.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text as words with their classes. Words that the lexicon does not know are in it too, without a class: they keep
/// the others apart. Filled by [Reader].
final class Reading {
    private static final int STARTS = 1;
    private static final int ASKS = 2;
    private static final int CAPITAL = 4;

    private final StringBuilder text = new StringBuilder();
    private int size;
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int[] sentence = new int[32];
    private int[] flags = new int[32];
    private Classes[] classes = new Classes[32];
    private final List<List<Phrase>> phrases = new ArrayList<>();
    private int sentences;

    int size() {
        return size;
    }

    Classes classes(int word) {
        return classes[word];
    }

    /// Whether a word is the first of its sentence.
    boolean starts(int word) {
        return (flags[word] & STARTS) != 0;
    }

    /// Whether a word is the first of a sentence that ends with a question mark.
    boolean asks(int word) {
        return (flags[word] & ASKS) != 0;
    }

    boolean capital(int word) {
        return (flags[word] & CAPITAL) != 0;
    }

    int sentenceOf(int word) {
        return sentence[word];
    }

    String word(int word) {
        return text.substring(from[word], to[word]);
    }

    /// The phrases that begin with a word.
    List<Phrase> phrases(int word) {
        return phrases.get(word);
    }

    /// Whether a word is this one, which is in lower case.
    boolean is(int word, String other) {
        if (to[word] - from[word] != other.length()) {
            return false;
        }
        for (int i = 0; i < other.length(); i++) {
            if (Letters.lower(text.charAt(from[word] + i)) != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    StringBuilder text() {
        return text;
    }

    void endSentence(boolean asks) {
        if (size > 0 && sentence[size - 1] == sentences) {
            if (asks) {
                int first = size - 1;
                while (first > 0 && sentence[first - 1] == sentences) {
                    first--;
                }
                flags[first] |= ASKS;
            }
            sentences++;
        }
    }

    /// @param entry null for a word that the lexicon does not know
    void add(int begin, int end, @Nullable Entry entry) {
        if (size == from.length) {
            grow();
        }
        from[size] = begin;
        to[size] = end;
        classes[size] = entry == null ? Classes.NONE : entry.classes();
        phrases.add(entry == null ? List.of() : entry.phrases());
        sentence[size] = sentences;
        flags[size] = (size == 0 || sentence[size - 1] != sentences ? STARTS : 0)
                | (Character.isUpperCase(text.charAt(begin)) ? CAPITAL : 0);
        size++;
    }

    /// Makes one word of the last ones.
    void join(int count, Classes of) {
        int first = size - count;
        to[first] = to[size - 1];
        classes[first] = of;
        phrases.subList(first + 1, size).clear();
        size = first + 1;
    }

    private void grow() {
        int capacity = 2 * from.length;
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
        sentence = Arrays.copyOf(sentence, capacity);
        flags = Arrays.copyOf(flags, capacity);
        classes = Arrays.copyOf(classes, capacity);
    }

    Classes all() {
        return classes(0, size);
    }

    /// The classes of some words.
    Classes classes(int first, int end) {
        Classes all = Classes.NONE;
        for (int i = first; i < end; i++) {
            all = all.or(classes[i]);
        }
        return all;
    }

    /// Behind the last word of the sentence that a word stands in.
    int sentenceEnd(int word) {
        int end = word + 1;
        while (end < size && sentence[end] == sentence[word]) {
            end++;
        }
        return end;
    }

    /// What stands from one word to another, with a little around it.
    String excerpt(int first, int last) {
        int begin = Math.max(0, from[first] - 40);
        int end = Math.min(text.length(), Math.max(to[last] + 60, from[first] + 80));
        return text.substring(begin, end).replaceAll("\\s+", " ").strip();
    }
}
