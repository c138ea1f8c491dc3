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
import java.util.Optional;
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
    private static final int MOST_HOPS = 10;
    private static final int MAILBOX = 5;
    private static final int HASH = 8;
    private static final int FILE = 45;

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
        var body = new StringBuilder(submission.text());
        String subject = submission.text().isBlank() ? "" : firstLine(submission.text());
        if (submission.file().isPresent()) {
            ReportFile file = submission.file().get();
            details.put("file", file.name());
            details.put("fileType", file.mediaType());
            Optional<MailParts> mail =
                    file.mediaType().startsWith("image/") ? Optional.empty() : MailParts.read(file.bytes());
            if (mail.isPresent()) {
                addMail(mail.get(), observables, details, body);
                String own = firstLine(mail.get().header("subject"));
                subject = own.isEmpty() ? subject : own;
            } else {
                observables.add(new Observable(HASH, file.sha256()));
                if (file.mediaType().startsWith("image/")) {
                    addPicture(Picture.look(file.bytes()), observables, details, body);
                }
            }
            subject = subject.isEmpty() ? file.name() : subject;
        }
        return new Suspicion(subject, cut(body.toString()), new ArrayList<>(observables), details);
    }

    /// What the mail says of itself is what the sender wants to be believed: where it differs is what tells.
    private static void addMail(
            MailParts mail, Set<Observable> observables, Map<String, String> details, StringBuilder body) {
        mail.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header -> details.put("mail." + header.getKey(), header.getValue()));
        for (int i = 0; i < Math.min(mail.received().size(), MOST_HOPS); i++) {
            details.put("mail.received." + (i + 1), mail.received().get(i));
        }
        for (String sender : List.of("from", "reply-to", "return-path", "sender")) {
            named(mail.header(sender)).stream()
                    .filter(found -> found.type() == MAILBOX)
                    .forEach(observables::add);
        }
        mail.links().forEach(link -> observables.addAll(named(link)));
        observables.addAll(named(mail.text()));
        mail.attachments().forEach(attached -> {
            observables.add(new Observable(HASH, attached.sha256()));
            observables.add(new Observable(FILE, attached.name()));
            details.put("attachment." + attached.name(), attached.sha256() + ", " + attached.size() + " bytes");
        });
        body.append(body.isEmpty() ? "" : "\n\n").append(mail.text());
    }

    private static void addPicture(
            Picture.Seen seen, Set<Observable> observables, Map<String, String> details, StringBuilder body) {
        details.put("picture", seen.readable() ? "text in it was not read" : "cannot be read");
        for (String code : seen.codes()) {
            details.put("qr." + details.size(), code);
            observables.addAll(named(code));
            body.append(body.isEmpty() ? "" : "\n").append("QR: ").append(code);
        }
    }

    /// What a text names, in the order of the text.
    static Set<Observable> named(String text) {
        var found = new LinkedHashSet<Observable>();
        for (IndicatorMatch match : Indicators.scan(text)) {
            String value = match.value();
            switch (match.type()) {
                case IPV4, IPV6 -> found.add(new Observable(2, value));
                case DOMAIN -> found.add(new Observable(1, value));
                case EMAIL -> found.add(new Observable(MAILBOX, value));
                case URL -> found.add(new Observable(6, value));
                case MD5, SHA1, SHA256, SHA512 -> found.add(new Observable(HASH, value));
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
