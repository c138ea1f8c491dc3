package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.text.Bilingual;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads scenario files; their fields are explained at the top of the shipped `triage/scenarios.yaml`.
final class ScenarioReader {
    private static final int MOST_QUESTIONS = 8;
    private static final double LEAST_STRENGTH = 0.3;
    private static final Duration WITHIN = Duration.ofDays(1);

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SIGN = Pattern.compile("[a-z0-9]+([-._][a-z0-9]+)*");
    private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(\\.(\\d{3}|\\*))?");
    private static final Pattern TACTIC = Pattern.compile("TA\\d{4}");
    private static final Pattern ENTITY = Pattern.compile("host|user|process|ip|domain|url|file|hash|mailbox");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})([mhd])");
    private static final Pattern WHEN = Pattern.compile("\\{(first|last)}(?: *([+-]) *(\\d{1,4}[mhd]))?");

    private final String file;

    private ScenarioReader(String file) {
        this.file = file;
    }

    /// @param file its name, for messages
    /// @throws InvalidScenarioException if it is no scenario file
    static List<Scenario> read(String file, InputStream in) {
        JsonNode root;
        try {
            root = YAMLMapper.shared().readTree(in);
        } catch (JacksonException e) {
            throw new InvalidScenarioException(
                    file,
                    "is no valid YAML: " + e.getOriginalMessage(),
                    "Check indentation and quotes near line " + e.getLocation().getLineNr(),
                    e);
        }
        if (root == null || !root.path("scenarios").isArray()) {
            throw new InvalidScenarioException(
                    file, "", "scenarios", "is missing or no list", "Begin the file with 'scenarios:' and a list");
        }
        var reader = new ScenarioReader(file);
        List<Scenario> scenarios = new ScenarioFields(file, "", "", root).list("scenarios", reader::scenario);
        var ids = new HashSet<String>();
        for (Scenario scenario : scenarios) {
            if (!ids.add(scenario.id())) {
                throw new InvalidScenarioException(
                        file, scenario.id(), "id", "stands there twice", "Give each scenario an id of its own");
            }
        }
        return scenarios;
    }

    private Scenario scenario(ScenarioFields entry) {
        String id = entry.text("id", "Write an id such as 'id: web-shell'");
        var fields = new ScenarioFields(file, id, "", entry.node());
        fields.only("id", "title", "runbook", "least", "match", "unless", "questions");
        id(fields, "id");
        List<Clue> clues = fields.list("match", ScenarioReader::clue);
        List<QuestionTemplate> questions = fields.list("questions", ScenarioReader::question);
        if (clues.isEmpty()) {
            throw fields.wrong("match", "is missing or empty", "List at least one clue with a weight");
        }
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw fields.wrong("questions", "must be 1 to " + MOST_QUESTIONS, "List them with 'en' and 'zh'");
        }
        return new Scenario(
                id,
                both(fields.mapping("title")
                        .orElseThrow(() ->
                                fields.wrong("title", "is missing", "Write 'title: {en: …, zh: …}', both filled"))),
                id(fields, "runbook"),
                fields.share("least", Optional.of(LEAST_STRENGTH), "Write for example 'least: 0.3'"),
                clues,
                fields.list("unless", entryOfUnless -> {
                    entryOfUnless.only(TRAITS);
                    return traits(entryOfUnless);
                }),
                questions);
    }

    private static final String[] TRAITS = {
        "techniques", "tactics", "hints", "signs", "words", "outcome", "entities", "severity"
    };

    private static Clue clue(ScenarioFields fields) {
        fields.only(
                "weight",
                "techniques",
                "tactics",
                "hints",
                "signs",
                "words",
                "outcome",
                "entities",
                "severity",
                "before",
                "least",
                "most",
                "exploited",
                "runbook");
        Traits traits = traits(fields);
        boolean exploited = fields.flag("exploited");
        if (traits.restrictNothing() && !exploited) {
            throw fields.wrong("", "fits everything", "Say what must be there: techniques, tactics, words …");
        }
        return new Clue(
                fields.share("weight", Optional.empty(), "Write for example 'weight: 0.6'"),
                traits,
                fields.mapping("before").map(ScenarioReader::earlier),
                fields.sizes("least"),
                fields.sizes("most"),
                exploited,
                fields.has("runbook") ? Optional.of(id(fields, "runbook")) : Optional.empty());
    }

    private static Traits traits(ScenarioFields fields) {
        return new Traits(
                fields.words("techniques", TECHNIQUE, "[T1110.*, T1059.001]"),
                fields.words("tactics", TACTIC, "[TA0010]"),
                fields.words("hints", ID, "[web-shell]"),
                fields.words("signs", SIGN, "[encoded-command]"),
                fields.pattern("words"),
                fields.name("outcome", Outcome.class),
                fields.words("entities", ENTITY, "[mailbox]"),
                fields.name("severity", Severity.class));
    }

    private static Earlier earlier(ScenarioFields fields) {
        fields.only(
                "techniques",
                "tactics",
                "hints",
                "signs",
                "words",
                "outcome",
                "entities",
                "severity",
                "same",
                "within");
        Traits traits = traits(fields);
        if (traits.restrictNothing()) {
            throw fields.wrong("", "fits everything", "Say what must have come before: techniques, tactics …");
        }
        return new Earlier(
                traits,
                fields.name("same", Earlier.Same.class).orElse(Earlier.Same.HOST),
                fields.optionalText("within")
                        .map(text -> length(fields, "within", text))
                        .orElse(WITHIN));
    }

    private static QuestionTemplate question(ScenarioFields fields) {
        fields.only("en", "zh", "search");
        return new QuestionTemplate(both(fields), fields.mapping("search").map(ScenarioReader::search));
    }

    private static QuestionTemplate.Search search(ScenarioFields fields) {
        fields.only("entity", "from", "to", "text");
        Optional<Blank> entity = fields.optionalText("entity").map(text -> {
            Matcher blank = Blanks.WRITTEN.matcher(text);
            return Optional.of(blank)
                    .filter(Matcher::matches)
                    .flatMap(found -> Blank.of(found.group(1)))
                    .filter(Blank::isEntity)
                    .orElseThrow(() -> fields.wrong(
                            "entity",
                            "'" + text + "' is no blank for an entity",
                            "Write '{host}', '{user}', '{ip}' …"));
        });
        return new QuestionTemplate.Search(
                entity, when(fields, "from", Blank.FIRST), when(fields, "to", Blank.LAST), fields.optionalText("text"));
    }

    private static QuestionTemplate.When when(ScenarioFields fields, String field, Blank otherwise) {
        Optional<String> text = fields.optionalText(field);
        if (text.isEmpty()) {
            return new QuestionTemplate.When(otherwise, Duration.ZERO);
        }
        Matcher written = WHEN.matcher(text.orElseThrow());
        if (!written.matches()) {
            throw fields.wrong(field, "'" + text.orElseThrow() + "' is no moment", "Write '{first} - 24h' or '{last}'");
        }
        Duration offset = written.group(3) == null ? Duration.ZERO : length(fields, field, written.group(3));
        return new QuestionTemplate.When(
                Blank.of(written.group(1)).orElseThrow(), "-".equals(written.group(2)) ? offset.negated() : offset);
    }

    private static Duration length(ScenarioFields fields, String field, String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw fields.wrong(field, "'" + text + "' is no length of time", "Write 30m, 2h or 7d");
        }
        long n = Long.parseLong(length.group(1));
        return switch (length.group(2)) {
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
        };
    }

    private static Bilingual both(ScenarioFields fields) {
        String remedy = "Write the text in both languages: en and zh";
        var texts = new Bilingual(fields.text("en", remedy), fields.text("zh", remedy));
        for (String text : List.of(texts.en(), texts.zh())) {
            Blanks.WRITTEN.matcher(text).results().forEach(found -> {
                if (Blank.of(found.group(1)).isEmpty()) {
                    throw fields.wrong("", "there is no blank " + found.group(), "Known: " + Blank.all());
                }
            });
        }
        return texts;
    }

    private static String id(ScenarioFields fields, String field) {
        String id = fields.text(field, "Write an id such as 'web-shell'");
        if (!ID.matcher(id).matches()) {
            throw fields.wrong(field, "'" + id + "' is no id", "Use small letters, digits and hyphens");
        }
        return id;
    }
}
