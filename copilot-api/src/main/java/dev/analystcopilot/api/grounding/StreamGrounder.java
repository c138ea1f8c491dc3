package dev.analystcopilot.api.grounding;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks an answer while it streams. Two things can be false in a way that code can see: a mark `[n]` that points to
/// no
/// evidence, and an identifier (alert or case id, hash, address, CVE) that was neither offered nor is in the store.
/// Both are struck through and counted. A word is held back until it is complete, so that nothing false is shown
/// first and struck later. One instance serves one answer, one thread at a time.
public final class StreamGrounder {
    /// A mark, also with several numbers or in full-width brackets.
    private static final String MARK = "[\\[【]\\s*(?<numbers>\\d{1,4}(?:\\s*[,，]\\s*\\d{1,4})*)\\s*[\\]】]";
    /// UUIDs, long hexadecimal numbers, a second with an offset (as Wazuh numbers alerts), IPv4 addresses, CVEs, case
    /// ids.
    private static final String IDENTIFIER =
            "(?<![\\w.-])(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[0-9a-f]*\\d)[0-9a-f]{12,128}"
                    + "|\\d{10}\\.\\d{3,12}|case-[0-9a-z-]{4,64}|CVE-\\d{4}-\\d{4,7}|(?:\\d{1,3}\\.){3}\\d{1,3})(?![\\w-]|\\.\\d)";

    private static final Pattern CHECKED = Pattern.compile(MARK + "|" + IDENTIFIER, Pattern.CASE_INSENSITIVE);
    /// What might still grow into something to check.
    private static final Pattern OPEN_END = Pattern.compile("(?:[\\[【][\\d\\s,，]{0,40}|[\\w.:-]{1,160})$");

    private final EvidenceBook book;
    private final Predicate<String> known;
    private final StringBuilder held = new StringBuilder();
    private final Set<Integer> announced = new HashSet<>();
    private int struck;

    /// @param known whether an identifier is real and visible although it was not offered, such as one in the question
    ///     or in the store; may block
    public StreamGrounder(EvidenceBook book, Predicate<String> known) {
        this.book = requireNonNull(book, "book");
        this.known = requireNonNull(known, "known");
    }

    /// Takes the next piece, gives what can be shown by now.
    public List<GroundedPiece> next(String piece) {
        held.append(piece);
        Matcher open = OPEN_END.matcher(held);
        int ready = open.find() ? open.start() : held.length();
        return check(take(ready));
    }

    /// Gives the rest.
    public List<GroundedPiece> end() {
        return check(take(held.length()));
    }

    /// How much did not hold so far.
    public int struck() {
        return struck;
    }

    /// The evidence used so far, by number.
    public Set<Integer> cited() {
        return Set.copyOf(announced);
    }

    private String take(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return text;
    }

    private List<GroundedPiece> check(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<GroundedPiece> pieces = new ArrayList<>();
        Matcher found = CHECKED.matcher(text);
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (found.find()) {
            shown.append(text, from, found.start());
            from = found.end();
            String numbers = found.group("numbers");
            shown.append(numbers != null ? marks(numbers, pieces) : identifier(found.group("id")));
        }
        shown.append(text, from, text.length());
        pieces.add(new GroundedPiece.Text(shown.toString()));
        return pieces;
    }

    private String marks(String numbers, List<GroundedPiece> pieces) {
        StringBuilder shown = new StringBuilder();
        for (String number : numbers.split("[,，]", -1)) {
            int n = Integer.parseInt(number.strip());
            Optional<EvidenceItem> item = book.number(n);
            if (item.isEmpty()) {
                shown.append(strike("[" + n + "]"));
                continue;
            }
            if (announced.add(n)) {
                pieces.add(new GroundedPiece.Citation(item.get()));
            }
            shown.append('[').append(n).append(']');
        }
        return shown.toString();
    }

    private String identifier(String id) {
        return book.mentions(id) || known.test(id) ? id : strike(id);
    }

    private String strike(String what) {
        struck++;
        return "~~" + what + "~~";
    }
}
