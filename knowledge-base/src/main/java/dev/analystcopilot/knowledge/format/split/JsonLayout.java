package dev.analystcopilot.knowledge.format.split;

/// How JSON records lie in an input.
public enum JsonLayout {
    /// One object a line (NDJSON): a broken line does not hide the next one.
    LINES,
    /// An array, or objects over several lines.
    NESTED;

    /// Told from the beginning of an input.
    public static JsonLayout of(byte[] head) {
        int first = nonBlank(head, 0);
        if (first == head.length || head[first] == '[') {
            return NESTED;
        }
        if (head[first] != '{') {
            return LINES;
        }
        int end = endOfObject(head, first);
        int lineEnd = newline(head, first);
        if (end > 0 && end <= lineEnd) {
            int next = nonBlank(head, end);
            boolean anotherOnTheLine = next < lineEnd && next < head.length && head[next] == '{';
            return anotherOnTheLine ? NESTED : LINES;
        }
        // The first object does not end on its line. If the next line begins one too, this line is merely broken.
        int second = nonBlank(head, lineEnd);
        boolean lineBeginsAnother = second < head.length && head[second] == '{' && head[second - 1] == '\n';
        return second == head.length || lineBeginsAnother ? LINES : NESTED;
    }

    public RecordSplitter splitter(ByteWindow window) {
        return switch (this) {
            case LINES -> new LineSplitter(window);
            case NESTED -> new JsonSplitter(window);
        };
    }

    private static int nonBlank(byte[] head, int from) {
        int i = from;
        while (i < head.length && Records.blank(head[i])) {
            i++;
        }
        return i;
    }

    private static int newline(byte[] head, int from) {
        int i = from;
        while (i < head.length && head[i] != '\n') {
            i++;
        }
        return i;
    }

    /// The position after the object that begins at `from`; -1 if it does not end here.
    private static int endOfObject(byte[] head, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < head.length; i++) {
            byte b = head[i];
            if (quoted) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    quoted = false;
                }
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
