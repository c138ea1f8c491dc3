package dev.analystcopilot.api.guard;

import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes text that goes out inert, whoever shows it: links become text with a broken address, images their description,
/// markup and script addresses are taken the power from, invisible signs and secrets are left out. Nothing is fetched.
/// Pure and idempotent; for whole sentences, not for pieces that end anywhere.
public final class OutputFilter {
    private static final Pattern IMAGE =
            Pattern.compile("!\\[([^\\]]{0,300})\\](?:\\([^)]{0,2000}\\)|\\[[^\\]]{0,100}\\])");
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]\\n]{0,300})\\]\\(\\s*<?([^)\\s>]{1,2000})>?(?:\\s[^)]{0,300})?\\)");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^(\\s{0,3})\\[([^\\]\\n]{1,100})\\]:(?=\\s*\\S)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(h)tt(ps?)(:|&colon;|&#0*58;|&#x0*3a;)\\s?/{1,2}([^\\s<>\"'`)\\]]*)");
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?i)\\b(ftps?|sftp|wss?|file|ldaps?|smb|irc|tel|sms|ssh)://");
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)\\b(j\\s*a\\s*v\\s*a\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t|v\\s*b\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t|data|blob|about|mailto)\\s*(?:&colon;|&#0*58;?|&#x0*3a;?|:)(?=\\S)");
    private static final Pattern WWW = Pattern.compile("(?i)(?<![\\w.\\[])www\\.(?=[\\p{L}\\p{N}])");
    private static final Pattern MARKUP = Pattern.compile("<(?=[A-Za-z/!?])");
    private static final Set<Hidden> SECRETS = Set.of(Hidden.SECRET);

    private OutputFilter() {}

    /// The text, inert.
    public static String inert(String text) {
        String plain = withoutSecrets(visible(text));
        plain = IMAGE.matcher(plain).replaceAll(match -> quoted("(" + match.group(1) + ")"));
        plain = LINK.matcher(plain).replaceAll(match -> quoted(match.group(1) + " (" + match.group(2) + ")"));
        plain = DEFINITION.matcher(plain).replaceAll("$1($2) ");
        plain = ADDRESS.matcher(plain)
                .replaceAll(match -> quoted((match.group(1).equals("H") ? "HXX" : "hxx") + match.group(2) + "[:]//"
                        + host(match.group(4))));
        plain = OTHER_SCHEME.matcher(plain).replaceAll("$1[:]//");
        plain = ACTIVE.matcher(plain).replaceAll(match -> quoted(match.group(1).replaceAll("\\s", "") + "[:]"));
        plain = WWW.matcher(plain).replaceAll("www[.]");
        return MARKUP.matcher(plain).replaceAll("‹");
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    /// The dots of an address's machine in brackets.
    private static String host(String rest) {
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(0, end).replace("[.]", ".");
        int last = host.endsWith(".") ? host.length() - 1 : host.length();
        return host.substring(0, last).replace(".", "[.]") + host.substring(last) + rest.substring(end);
    }

    private static String withoutSecrets(String text) {
        var spots = Spotter.in(text, SECRETS, java.util.List.of());
        if (spots.isEmpty()) {
            return text;
        }
        var without = new StringBuilder(text.length());
        int at = 0;
        for (Spot spot : spots) {
            without.append(text, at, spot.from()).append("⟦secret⟧");
            at = spot.to();
        }
        return without.append(text, at, text.length()).toString();
    }

    /// Without control characters, signs of no width and those that turn the direction of writing.
    public static String visible(String text) {
        if (text.codePoints().noneMatch(OutputFilter::invisible)) {
            return text;
        }
        var visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !invisible(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t' && c != '\r';
            case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> c != 0x200D;
            default -> c == 0x034F || c == 0x3164 || c == 0x115F || c == 0x1160;
        };
    }

    /// An event with its words inert.
    public static ChatEvent inert(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Token token -> new ChatEvent.Token(inert(token.text()));
            case ChatEvent.Struck struck ->
                new ChatEvent.Struck(
                        inert(struck.text()),
                        struck.reasons().stream().map(OutputFilter::inert).toList());
            case ChatEvent.Opinion opinion ->
                new ChatEvent.Opinion(
                        opinion.caseId(),
                        opinion.verdict(),
                        opinion.reasons().stream().map(OutputFilter::inert).toList(),
                        opinion.agrees());
            case ChatEvent.Finding finding ->
                new ChatEvent.Finding(finding.kind(), finding.subject(), finding.id(), inert(finding.excerpt()));
            case ChatEvent.Citation citation ->
                new ChatEvent.Citation(
                        citation.n(), citation.kind(), citation.id(), inert(citation.label()), citation.verified());
            case ChatEvent.Tool tool -> new ChatEvent.Tool(tool.name(), inert(tool.arguments()), inert(tool.summary()));
            case ChatEvent.Status status -> status;
            case ChatEvent.Chain chain ->
                new ChatEvent.Chain(
                        chain.caseId(),
                        chain.steps().stream().map(OutputFilter::data).toList());
            case ChatEvent.Disposition disposition ->
                new ChatEvent.Disposition(
                        disposition.caseId(),
                        disposition.verdict(),
                        disposition.confidence(),
                        disposition.reasons().stream()
                                .map(reason ->
                                        new ReasonDocument(reason.code(), inert(reason.en()), inert(reason.zh())))
                                .toList());
            case ChatEvent.Action action -> new ChatEvent.Action(action.kind(), action.ref(), inert(action.label()));
            case ChatEvent.Proposal proposal ->
                new ChatEvent.Proposal(
                        proposal.id(),
                        proposal.action(),
                        data(proposal.target()),
                        inert(proposal.why()),
                        proposal.caseId());
            case ChatEvent.Confirm confirm ->
                new ChatEvent.Confirm(confirm.caseId(), confirm.verdict(), inert(confirm.note()));
            case ChatEvent.Hunt hunt ->
                new ChatEvent.Hunt(
                        hunt.query(),
                        hunt.total(),
                        hunt.columns(),
                        hunt.rows().stream()
                                .map(row -> row.stream().map(OutputFilter::data).toList())
                                .toList());
            case ChatEvent.Done done -> done;
            case ChatEvent.Failed failed -> failed;
        };
    }

    /// A value that programs compare, such as an entity's key: only without secrets and invisible signs.
    private static String data(String value) {
        return withoutSecrets(visible(value));
    }

    private static StepDocument data(StepDocument step) {
        return new StepDocument(
                step.n(),
                step.tactic(),
                step.tacticName(),
                step.technique(),
                step.techniqueName(),
                step.outcome(),
                step.firstSeen(),
                step.lastSeen(),
                step.alertCount(),
                step.alertIds(),
                step.entities().stream().map(OutputFilter::data).toList(),
                inert(step.title()),
                inert(step.basis()),
                step.proof());
    }

    private static Bilingual inert(Bilingual text) {
        return new Bilingual(inert(text.en()), inert(text.zh()));
    }
}
