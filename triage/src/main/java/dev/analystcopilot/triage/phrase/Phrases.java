package dev.analystcopilot.triage.phrase;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/// Every sentence that triage writes, in both languages, in the syntax of [MessageFormat]. Arguments are values, never
/// patterns: text of an alert cannot change a sentence.
public final class Phrases {
    private final Properties en;
    private final Properties zh;

    /// Triage's own: `triage/phrases_en.properties` and `_zh`.
    public Phrases() {
        this("/triage/phrases");
    }

    /// @param base where the catalogues lie on the class path, without `_en.properties` and `_zh.properties`
    public Phrases(String base) {
        en = read(base + "_en.properties");
        zh = read(base + "_zh.properties");
    }

    /// @param arguments strings, numbers, or [Bilingual]s, which take their own language's side
    /// @throws IllegalArgumentException if a catalogue has no such sentence
    public Bilingual of(String key, Object... arguments) {
        Object[] english = Arrays.stream(arguments)
                .map(a -> a instanceof Bilingual b ? b.en() : a)
                .toArray();
        Object[] chinese = Arrays.stream(arguments)
                .map(a -> a instanceof Bilingual b ? b.zh() : a)
                .toArray();
        return new Bilingual(
                new MessageFormat(pattern(en, key), Locale.ENGLISH).format(english),
                new MessageFormat(pattern(zh, key), Locale.SIMPLIFIED_CHINESE).format(chinese));
    }

    /// The sentences that both catalogues have.
    ///
    /// @throws IllegalStateException if one has a sentence that the other lacks
    public Set<String> keys() {
        if (!en.stringPropertyNames().equals(zh.stringPropertyNames())) {
            throw new IllegalStateException("the catalogues differ in their sentences");
        }
        return en.stringPropertyNames();
    }

    private static String pattern(Properties phrases, String key) {
        String pattern = phrases.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no phrase '" + key + "'");
        }
        return pattern;
    }

    private static Properties read(String resource) {
        var properties = new Properties();
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
