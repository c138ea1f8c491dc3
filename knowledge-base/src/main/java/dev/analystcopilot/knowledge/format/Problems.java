package dev.analystcopilot.knowledge.format;

import dev.analystcopilot.knowledge.format.AlertInputException.Problem;
import dev.analystcopilot.knowledge.format.split.Excerpt;
import dev.analystcopilot.knowledge.format.split.LostStructureException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The words for what can be wrong with an input: what it is, where, and what to do about it.
final class Problems {
    private static final int SHOWN_NAMES = 20;
    private static final int SHOWN_LENGTH = 60;

    private Problems() {}

    static AlertInputException unknownFormat(String format, List<String> names) {
        return problem(
                Problem.UNKNOWN_FORMAT,
                "",
                0,
                "There is no alert format '" + Excerpt.of(format, SHOWN_LENGTH) + "'. The formats are: "
                        + String.join(", ", names) + ".",
                null);
    }

    static AlertInputException undetected(String input, List<String> fields, List<String> names) {
        String seen = fields.isEmpty()
                ? "It begins with neither JSON objects nor a known CSV header"
                : "Its first record has the fields " + list(fields);
        return problem(
                Problem.UNDETECTED_FORMAT,
                input,
                0,
                "The alert format of " + input + " cannot be told. " + seen + ". Name the format (" + list(names)
                        + "); 'json' and 'csv' read anything else with a mapping file.",
                null);
    }

    static AlertInputException mappingMissing(String format) {
        return problem(
                Problem.BAD_MAPPING,
                "",
                0,
                "Format '" + format + "' needs a mapping file that says where the fields of an alert stand.",
                null);
    }

    static AlertInputException badMapping(String file, String detail, Throwable cause) {
        return problem(Problem.BAD_MAPPING, file, 0, "The mapping file " + file + " cannot be used: " + detail, cause);
    }

    static AlertInputException empty(String input) {
        return problem(
                Problem.EMPTY, input, 0, input + " is empty: there is nothing to read. Export the alerts again.", null);
    }

    static AlertInputException otherColumns(
            String input, String format, List<String> expected, List<String> found, List<String> missing) {
        return problem(
                Problem.OTHER_COLUMNS,
                input,
                0,
                input + " has other columns than format '" + format + "' needs: it needs " + list(expected)
                        + "; the first line holds " + list(found) + "; missing: " + list(missing)
                        + ". Rename the columns, or choose the format that fits.",
                null);
    }

    static AlertInputException otherEncoding(String input) {
        return problem(
                Problem.DAMAGED,
                input,
                0,
                input + " is UTF-16 text. Convert it to UTF-8, for example with: iconv -f UTF-16 -t UTF-8",
                null);
    }

    static AlertInputException folder(String input) {
        return problem(
                Problem.UNREADABLE,
                input,
                0,
                input + " is a folder. Name the files in it, or pack them into a zip.",
                null);
    }

    /// What an I/O failure means for an input of which `records` were read.
    static AlertInputException of(String input, long records, IOException e) {
        String so = records + (records == 1 ? " record was" : " records were") + " read before that";
        return switch (e) {
            case NoSuchFileException ignored -> problem(Problem.UNREADABLE, input, 0, input + " does not exist.", e);
            case AccessDeniedException ignored ->
                problem(Problem.UNREADABLE, input, 0, input + " may not be read: check its permissions.", e);
            case LostStructureException lost
            when lost.atEnd() ->
                problem(
                        Problem.TRUNCATED,
                        input,
                        records + 1,
                        input + " ends too early, at record " + (records + 1) + ": " + e.getMessage() + "; " + so
                                + ". Copy or export it again.",
                        e);
            case LostStructureException ignored ->
                problem(
                        Problem.DAMAGED,
                        input,
                        records + 1,
                        input + " has a syntax error at record " + (records + 1) + ": " + e.getMessage() + "; " + so
                                + ", the rest cannot be told apart. Mend that record, or send one object a line.",
                        e);
            case EOFException ignored ->
                problem(
                        Problem.TRUNCATED,
                        input,
                        records + 1,
                        input + " is cut off: its compressed data end in the middle; " + so
                                + ". Copy or download it again.",
                        e);
            case ZipException ignored ->
                problem(
                        Problem.DAMAGED,
                        input,
                        records + 1,
                        input + " is damaged (" + e.getMessage() + "); " + so + ". Copy or download it again.",
                        e);
            default ->
                problem(
                        Problem.UNREADABLE,
                        input,
                        records + 1,
                        input + " cannot be read (" + e.getMessage() + "); " + so + ".",
                        e);
        };
    }

    private static String list(List<String> names) {
        List<String> shown = names.stream()
                .limit(SHOWN_NAMES)
                .map(name -> Excerpt.of(name, SHOWN_LENGTH))
                .toList();
        return String.join(", ", shown) + (names.size() > SHOWN_NAMES ? ", …" : "");
    }

    private static AlertInputException problem(
            Problem problem, String input, long line, String message, @Nullable Throwable cause) {
        return new AlertInputException(problem, input, line, message, cause);
    }
}
