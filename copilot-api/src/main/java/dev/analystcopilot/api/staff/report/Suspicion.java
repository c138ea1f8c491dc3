package dev.analystcopilot.api.staff.report;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.desk.Report;
import dev.analystcopilot.knowledge.postgres.desk.ReportFile;
import dev.analystcopilot.knowledge.text.Indicators;
import dev.analystcopilot.knowledge.text.indicator.IndicatorMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a report is about, read from what was handed over. All of it is hostile data.
///
/// @param subject a line for lists
/// @param body the reporter's words and the text of what was handed over
/// @param observables what machines know, by OCSF `type_id`, in order
/// @param details what else was found out, by name
record Suspicion(String subject, String body, List<Observable> observables, Map<String, String> details) {
    private static final int MOST_OBSERVABLES = 60;
    private static final int SUBJECT_FROM_TEXT = 120;

    /// @param type OCSF `type_id`: 1 host, 2 address, 5 mailbox, 6 URL, 8 hash, 45 file
    record Observable(int type, String value) {
        Observable {
            requireNonNull(value, "value");
        }
    }

    Suspicion {
        requireNonNull(subject, "subject");
        requireNonNull(body, "body");
        observables = observables.stream().distinct().limit(MOST_OBSERVABLES).toList();
        details = new LinkedHashMap<>(details);
    }

    static Suspicion of(Submission submission) {
        var observables = new LinkedHashSet<>(named(submission.text()));
        var details = new LinkedHashMap<String, String>();
        submission.file().ifPresent(file -> {
            observables.add(new Observable(8, file.sha256()));
            details.put("file", file.name());
            details.put("fileType", file.mediaType());
        });
        String subject = submission.text().isBlank()
                ? submission.file().map(ReportFile::name).orElse("")
                : firstLine(submission.text());
        return new Suspicion(subject, cut(submission.text()), new ArrayList<>(observables), details);
    }

    /// What a text names, in the order of the text.
    static Set<Observable> named(String text) {
        var found = new LinkedHashSet<Observable>();
        for (IndicatorMatch match : Indicators.scan(text)) {
            String value = match.value();
            switch (match.type()) {
                case IPV4, IPV6 -> found.add(new Observable(2, value));
                case DOMAIN -> found.add(new Observable(1, value));
                case EMAIL -> found.add(new Observable(5, value));
                case URL -> found.add(new Observable(6, value));
                case MD5, SHA1, SHA256, SHA512 -> found.add(new Observable(8, value));
                case CIDR, CVE, ATTACK_ID, MAC, WINDOWS_PATH, UNC_PATH, POSIX_PATH, REGISTRY_KEY -> {
                    // In a mail these are talk, not what the mail does.
                }
            }
        }
        return found;
    }

    static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        return line.length() <= SUBJECT_FROM_TEXT ? line : line.substring(0, SUBJECT_FROM_TEXT) + "…";
    }

    static String cut(String text) {
        return text.length() <= Report.LONGEST_BODY ? text : text.substring(0, Report.LONGEST_BODY);
    }
}
