package dev.analystcopilot.knowledge.text.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Tools, malware and groups that alerts often name: a list of the product's own, with Chinese names.
final class CommonTools {
    private static final String LIST = "/knowledge/names/common.tsv";

    private CommonTools() {}

    static List<KnownName> shipped() {
        try (InputStream in = CommonTools.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + LIST);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(CommonTools::name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LIST, e);
        }
    }

    private static KnownName name(String line) {
        String[] fields = line.split("\t", -1);
        NameKind kind = NameKind.valueOf(fields[0].toUpperCase(Locale.ROOT));
        List<String> aliases = fields[2].isEmpty() ? List.of() : Arrays.asList(fields[2].split(";"));
        return new KnownName(kind, fields[1].toLowerCase(Locale.ROOT), fields[1], aliases);
    }
}
