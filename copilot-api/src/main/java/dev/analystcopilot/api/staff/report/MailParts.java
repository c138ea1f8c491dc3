package dev.analystcopilot.api.staff.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/// Reads a mail file: its own headers, its text, and names and hashes of what is attached. The file is hostile: parts,
/// depth, sizes and headers are bounded, and what cannot be read is left out rather than guessed.
final class MailParts extends AbstractContentHandler {
    private static final int MOST_PARTS = 60;
    private static final int MOST_HEADERS = 400;
    private static final int LONGEST_LINE = 20_000;
    private static final int LONGEST_HEADER = 2_000;
    private static final int LONGEST_TEXT = 60_000;
    private static final int LARGEST_PART = 10 << 20;
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
    private static final Pattern HREF = Pattern.compile("(?i)(?:href|src|action)\\s*=\\s*[\"']?([^\"'\\s>]{4,2000})");

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> received = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private int depth;
    private int parts;
    private String partName = "";
    private boolean partAttached;

    /// @param name as the sender wrote it
    record Attachment(String name, String sha256, long size) {}

    /// @return empty where this is no mail at all
    static Optional<MailParts> read(byte[] bytes) {
        var mail = new MailParts();
        MimeConfig config = new MimeConfig.Builder()
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxHeaderLen(LONGEST_LINE)
                .setMaxLineLen(LONGEST_LINE)
                .setMaxContentLen(LARGEST_PART)
                .build();
        var parser = new MimeStreamParser(config);
        parser.setContentDecoding(true);
        parser.setContentHandler(mail);
        try {
            parser.parse(new ByteArrayInputStream(bytes));
        } catch (MimeException | IOException e) {
            // Broken on purpose or by accident: what was read up to there is worth having.
            mail.headers.put("broken", "the file cannot be read to its end");
        }
        boolean isMail = mail.headers.containsKey("from") || mail.headers.containsKey("received");
        return isMail ? Optional.of(mail) : Optional.empty();
    }

    @Override
    public void startMessage() {
        depth++;
    }

    @Override
    public void endMessage() {
        depth--;
    }

    @Override
    public void startHeader() {
        partName = "";
        partAttached = false;
    }

    @Override
    public void field(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        String value = decoded(field.getBody());
        if (name.equals("content-disposition") || name.equals("content-type")) {
            String given = parameter(value, name.equals("content-type") ? "name" : "filename");
            partName = given.isEmpty() ? partName : given;
            partAttached |= value.toLowerCase(Locale.ROOT).startsWith("attachment");
        }
        if (depth == 1 && parts == 0) {
            switch (name) {
                case "from",
                        "to",
                        "reply-to",
                        "return-path",
                        "sender",
                        "subject",
                        "date",
                        "message-id",
                        "authentication-results",
                        "x-mailer",
                        "x-originating-ip" -> headers.putIfAbsent(name, value);
                case "received" -> received.add(value);
                default -> {
                    // Hundreds of others say nothing that an analyst looks at first.
                }
            }
        }
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream in) throws IOException {
        parts++;
        if (parts > MOST_PARTS) {
            return;
        }
        byte[] content = limited(in);
        String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/") && !partAttached && partName.isEmpty()) {
            String words = new String(content, charset(descriptor.getCharset()));
            addText(type.equals("text/html") ? plain(words) : words);
        } else {
            String name = partName.isEmpty() ? type : partName;
            attachments.add(new Attachment(cut(name, 200), GivenFile.sha256(content), content.length));
        }
    }

    private void addText(String words) {
        int room = LONGEST_TEXT - text.length();
        if (room > 0) {
            text.append(words, 0, Math.min(room, words.length())).append('\n');
        }
    }

    private static byte[] limited(InputStream in) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(in.readNBytes(LARGEST_PART));
        return out.toByteArray();
    }

    /// The words of a page, and where its links really lead.
    private String plain(String html) {
        String head = cut(html, 4 * LONGEST_TEXT);
        var matcher = HREF.matcher(head);
        while (matcher.find() && links.size() < 100) {
            links.add(matcher.group(1));
        }
        return TAG.matcher(head).replaceAll(" ").replace("&nbsp;", " ").replace("&amp;", "&");
    }

    private static String decoded(String value) {
        String line = cut(value.strip(), LONGEST_HEADER).replaceAll("\\s+", " ");
        return DecoderUtil.decodeEncodedWords(line, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
    }

    private static String parameter(String value, String name) {
        var matcher = Pattern.compile(
                        "(?i)(?:^|[;\\s])" + name + "\\*?\\s*=\\s*(?:\"([^\"]{1,300})\"|([^;\\s]{1,300}))")
                .matcher(value);
        if (!matcher.find()) {
            return "";
        }
        String quoted = matcher.group(1);
        return quoted == null ? matcher.group(2) : quoted;
    }

    private static Charset charset(String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String cut(String value, int longest) {
        return value.length() <= longest ? value : value.substring(0, longest);
    }

    /// Empty where the mail does not have it.
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /// The latest first, as they stand.
    List<String> received() {
        return List.copyOf(received);
    }

    String text() {
        return text.toString().strip();
    }

    List<String> links() {
        return List.copyOf(links);
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }
}
