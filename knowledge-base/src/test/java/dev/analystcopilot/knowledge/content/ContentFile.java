package dev.analystcopilot.knowledge.content;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A shipped document as its file says it.
///
/// @param slug the file's name without its ending
/// @param body everything after the front matter
record ContentFile(String slug, String lang, Map<String, Object> frontMatter, String body) {
    private static final Pattern FILE = Pattern.compile("---\n(?<yaml>.*?\n)---\n(?<body>.*)", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
    private static final YAMLMapper YAML = new YAMLMapper();

    /// @param folder such as `runbooks`
    static List<ContentFile> all(String folder, String lang) {
        try (Stream<Path> files = Files.list(path(folder).resolve(lang))) {
            return files.sorted().map(file -> read(file, lang)).toList();
        } catch (IOException e) {
            throw new AssertionError("cannot list " + folder + " in " + lang, e);
        }
    }

    private static Path path(String folder) {
        try {
            return Path.of(Objects.requireNonNull(ContentFile.class.getResource("/knowledge/" + folder), folder)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static ContentFile read(Path file, String lang) {
        try {
            var matcher = FILE.matcher(Files.readString(file));
            if (!matcher.matches()) {
                throw new AssertionError(file + " has no front matter");
            }
            return new ContentFile(
                    file.getFileName().toString().replaceFirst("\\.md$", ""),
                    lang,
                    YAML.readValue(matcher.group("yaml"), new TypeReference<Map<String, Object>>() {}),
                    matcher.group("body"));
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    List<String> headings() {
        return HEADING.matcher(body).results().map(result -> result.group(1)).toList();
    }

    /// The text under each heading, in the order of [#headings()].
    List<String> sections() {
        return HEADING.splitAsStream(body).skip(1).map(String::strip).toList();
    }

    List<?> list(String key) {
        return frontMatter.get(key) instanceof List<?> values ? values : List.of();
    }

    @Override
    public String toString() {
        return lang + "/" + slug;
    }
}
