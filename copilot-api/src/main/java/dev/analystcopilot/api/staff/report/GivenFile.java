package dev.analystcopilot.api.staff.report;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.knowledge.postgres.desk.ReportFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Looks at what a file is, whatever it is called.
final class GivenFile {
    private static final int LONGEST_NAME = 120;
    private static final String PNG = "89504e470d0a1a0a";
    private static final Pattern PICTURE = Pattern.compile("(?i)\\.(png|jpe?g)$");
    private static final String JPEG = "ffd8ff";

    private GivenFile() {}

    /// @throws ApiFailure.BadRequest for a file that is called a picture and is none
    static ReportFile of(String filename, byte[] bytes) {
        String name = name(filename);
        String type = mediaType(name, bytes);
        if (PICTURE.matcher(name).find() && !type.startsWith("image/")) {
            throw new ApiFailure.BadRequest("this is not a PNG or JPEG picture, whatever it is called");
        }
        return new ReportFile(name, type, sha256(bytes), bytes);
    }

    /// By content; a mail is text that begins with header lines.
    private static String mediaType(String filename, byte[] bytes) {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
        if (start.startsWith(PNG)) {
            return "image/png";
        }
        if (start.startsWith(JPEG)) {
            return "image/jpeg";
        }
        return filename.toLowerCase(java.util.Locale.ROOT).endsWith(".eml")
                ? "message/rfc822"
                : "application/octet-stream";
    }

    /// The last part of whatever path a browser sends, without what file systems or addresses would stumble over.
    private static String name(String filename) {
        String last = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}:*?\"<>|%]", "_").strip();
        String cut = plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
        return cut.isEmpty() ? "file" : cut;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
