package dev.analystcopilot.knowledge.format.split;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Records that are the elements of a JSON array, or objects one after the other over several lines. Only what tells
/// where an element ends is looked at (brackets and quotes); whether the element is valid is for the parser to say, so
/// one bad element does not cost the others.
public final class JsonSplitter implements RecordSplitter {
    private static final int NO_MORE = -1;

    private final ByteWindow window;
    private boolean inArray;
    private boolean afterElement;
    private long elements;

    public JsonSplitter(ByteWindow window) {
        this.window = window;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (true) {
            int b = firstOfNext();
            if (b == NO_MORE) {
                if (inArray) {
                    throw new LostStructureException("the array is never closed", true);
                }
                return null;
            }
            if (inArray && b == ']') {
                inArray = false;
                afterElement = false;
            } else if (inArray && afterElement) {
                if (b != ',') {
                    throw lost("',' or ']' must follow record " + elements + ", not '" + (char) b + "'");
                }
                afterElement = false;
            } else if (!inArray && b == '[') {
                inArray = true;
                afterElement = false;
            } else {
                afterElement = true;
                elements++;
                return element(b);
            }
            window.take(1);
        }
    }

    /// The first byte that is not blank, left in place.
    private int firstOfNext() throws IOException {
        while (true) {
            int blanks = 0;
            while (blanks < window.length() && Records.blank(window.at(blanks))) {
                blanks++;
            }
            window.take(blanks);
            if (window.length() > 0) {
                return window.at(0) & 0xFF;
            }
            if (!window.more()) {
                return NO_MORE;
            }
        }
    }

    private RawRecord element(int first) throws IOException {
        var scan = new Scan();
        int length = switch (first) {
            case '{', '[' -> scan.brackets();
            case '"' -> scan.string();
            default -> scan.bareWord();
        };
        if (scan.excerpt != null) {
            window.take(length);
            return Records.tooLong(window.limit(), scan.excerpt);
        }
        RawRecord record = Records.of(window, 0, length);
        window.take(length);
        return record;
    }

    private static LostStructureException lost(String message) {
        return new LostStructureException(message, false);
    }

    /// Walks over one element to its end. Of an element beyond the limit only an excerpt is kept.
    private final class Scan {
        private int position;
        private @Nullable String excerpt;

        int brackets() throws IOException {
            int depth = 0;
            boolean afterString = false;
            while (true) {
                byte b = here();
                if (b == '"') {
                    if (afterString) {
                        throw lost("a quote is missing or too many");
                    }
                    string();
                    afterString = true;
                    continue;
                }
                position++;
                if (b == '{' || b == '[') {
                    depth++;
                } else if (b == '}' || b == ']') {
                    depth--;
                    if (depth == 0) {
                        return position;
                    }
                }
                if (afterString && !Records.blank(b)) {
                    if (b != ',' && b != ':' && b != '}' && b != ']') {
                        throw lost("a quote is missing or too many");
                    }
                    afterString = false;
                }
            }
        }

        int string() throws IOException {
            position++;
            while (true) {
                byte b = here();
                position++;
                if (b == '"') {
                    return position;
                } else if (b == '\\') {
                    here();
                    position++;
                } else if (b == '\n') {
                    throw lost("a quote is missing before the end of a line");
                }
            }
        }

        /// A number, `true`, or something that is no JSON at all.
        int bareWord() throws IOException {
            if (!inArray) {
                throw lost("an object must begin with '{'");
            }
            while (true) {
                byte b = here();
                if (b == ',' || b == ']' || Records.blank(b)) {
                    return position;
                } else if (b == '{' || b == '}' || b == '[' || b == '"' || b == ':') {
                    throw lost("'" + (char) b + "' stands where a record ends");
                }
                position++;
            }
        }

        private byte here() throws IOException {
            while (position >= window.length()) {
                if (window.full()) {
                    if (excerpt == null) {
                        excerpt = Records.excerpt(window, window.length());
                    }
                    window.take(position);
                    position = 0;
                }
                if (!window.more()) {
                    throw new LostStructureException("the input ends in the middle of a record", true);
                }
            }
            return window.at(position);
        }
    }
}
