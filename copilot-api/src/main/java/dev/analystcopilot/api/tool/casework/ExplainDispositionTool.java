package dev.analystcopilot.api.tool.casework;

import dev.analystcopilot.api.inquiry.EvidenceText;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.disposition.Question;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Lets the model read why a case was judged as it was, and which answers would change that.
record ExplainDispositionTool(CaseReader cases, ReviewStore reviews, Desk desk) implements LlmTool {
    private static final int QUESTIONS = 8;

    @Override
    public String name() {
        return "explain_disposition";
    }

    @Override
    public String description() {
        return "Explains a case's computed verdict: what speaks for and against it, what people judged, and what would"
                + " change it: ranked questions with where to look and how far a yes or a no moves the probability.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("case", "the case's id, such as case-0a1b2c3d4e5f", true));
    }

    @Override
    public Answer call(Map<String, String> given) {
        CaseDocument document = cases.read(desk, new Arguments(given).needed("case", "the case's id"));
        return desk.answer(
                List.of(desk.result(
                        "disposition of " + document.id(),
                        desk.inquiry().pick("Why this verdict: ", "判定依据：")
                                + EvidenceText.in(desk.inquiry().language(), document.title()),
                        text(document))),
                "Read why " + document.id() + " was judged so",
                "查看了 " + document.id() + " 的判定依据");
    }

    private String text(CaseDocument document) {
        Language language = desk.inquiry().language();
        Double attack = document.attack();
        String judged = reviews.of(desk.scope(), List.of(document.id())).stream()
                .map(reviewed -> said(reviewed.verdict()))
                .collect(Collectors.joining("; "));
        return """
                case: %s
                computed verdict: %s, confidence %s, score %s%s
                speaks for it: %s
                speaks against it: %s
                judged by people: %s
                what would change it: %s
                questions, the most useful first:
                %s""".formatted(
                        document.id(),
                        document.disposition(),
                        two(document.confidence()),
                        two(document.score()),
                        attack == null ? "" : ", probability of an attack " + two(attack),
                        reasons(document.reasons(), language),
                        reasons(document.against(), language),
                        judged.isEmpty() ? "not yet" : judged,
                        document.wouldChange().stream()
                                .map(text -> EvidenceText.in(language, text))
                                .collect(Collectors.joining("; ")),
                        questions(document).stream()
                                .limit(QUESTIONS)
                                .map(question -> line(question, language))
                                .collect(Collectors.joining("\n")));
    }

    private static List<Question> questions(CaseDocument document) {
        List<Question> questions = document.questions();
        return questions == null ? List.of() : questions;
    }

    private static String line(Question question, Language language) {
        String words = question.query().text();
        return "%s (look at %s%s from %s to %s; worth %s bit; probability of an attack after yes %s, after no %s)"
                .formatted(
                        EvidenceText.in(language, question.text()),
                        String.join(" ", question.query().entities()),
                        words == null ? "" : " with the words " + words,
                        question.query().from(),
                        question.query().to(),
                        two(question.effect()),
                        two(question.ifYes()),
                        two(question.ifNo()));
    }

    private static String said(HumanVerdict verdict) {
        return "%s by %s at %s: %s"
                .formatted(verdict.verdict().wireName(), verdict.by(), verdict.at(), verdict.reason());
    }

    private static String reasons(List<ReasonDocument> reasons, Language language) {
        return reasons.isEmpty()
                ? "nothing"
                : reasons.stream()
                        .map(reason -> language == Language.ZH ? reason.zh() : reason.en())
                        .collect(Collectors.joining("; "));
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
