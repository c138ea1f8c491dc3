package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.ClaimCheck.Nothing;
import dev.analystcopilot.api.grounding.ClaimCheck.Struck;
import dev.analystcopilot.api.grounding.ClaimCheck.Unproven;
import dev.analystcopilot.api.grounding.ClaimCheck.Verified;
import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Lies and truths about [HarborIncident], from a file, and what became of each.
final class HeldOut {
    /// What the whole line ends as: struck if any of it is, else labelled if any of it is.
    enum End {
        FACT,
        LABELLED,
        STRUCK
    }

    record Told(boolean lie, String sentence, End end, List<String> reasons) {
        Told {
            reasons = List.copyOf(reasons);
        }
    }

    private HeldOut() {}

    static List<Told> tell(String file, Language language) {
        var incident = new HarborIncident();
        List<Told> told = new ArrayList<>();
        read(file)
                .lines()
                .filter(line -> line.startsWith("- ") || line.startsWith("+ "))
                .forEach(line -> told.add(one(incident, line, language)));
        return told;
    }

    private static Told one(HarborIncident incident, String line, Language language) {
        String sentence = line.substring(2).replace("\\n", "\n");
        ClaimStream stream = incident.ask(language == Language.ZH ? "发生了什么？" : "What happened?", language);
        List<Claim> claims = new ArrayList<>(stream.next(sentence));
        claims.addAll(stream.end());
        End end = End.FACT;
        List<String> reasons = new ArrayList<>();
        for (Claim claim : claims) {
            End one = switch (claim.check()) {
                case Verified ignored -> End.FACT;
                case Nothing ignored -> End.FACT;
                case Unproven ignored -> End.LABELLED;
                case Struck struck -> {
                    reasons.addAll(struck.reasons());
                    yield End.STRUCK;
                }
            };
            end = one.compareTo(end) > 0 ? one : end;
        }
        return new Told(line.startsWith("-"), sentence, end, reasons);
    }

    private static String read(String file) {
        try (InputStream in = HeldOut.class.getResourceAsStream("/grounding/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
