package dev.analystcopilot.triage.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns a record's values into numbers that a model can read, as the records it was made of say:
///
/// - an amount stays as it is; a missing one becomes less than any that was seen;
/// - a word becomes its rank by how often it came, the commonest 0; one that never came the rank after the last. The
///   words beyond the [#MOST_WORDS] commonest share a rank;
/// - a name becomes log2(1 + how often it came).
///
/// A column of words in which hardly any comes twice holds names.
public final class TableEncoder {
    private static final int MOST_WORDS = 120;
    /// Where there are fewer records than this to a word, the words are names.
    private static final int RECORDS_TO_A_WORD = 4;

    private final List<Column> columns;
    private final List<Map<String, Float>> codes;
    private final float[] otherwise;

    private TableEncoder(List<Column> columns, List<Map<String, Float>> codes, float[] otherwise) {
        this.columns = columns;
        this.codes = codes;
        this.otherwise = otherwise;
    }

    /// Sees the records first.
    public static final class Survey {
        private final List<Map<String, Integer>> counts = new ArrayList<>();
        private int records;

        /// @param values of one record
        public void see(String[] values) {
            records++;
            while (counts.size() < values.length) {
                counts.add(new HashMap<>());
            }
            for (int i = 0; i < values.length; i++) {
                counts.get(i).merge(values[i], 1, Integer::sum);
            }
        }

        public TableEncoder encoder(List<Column> columns) {
            List<Column> kinds = new ArrayList<>();
            List<Map<String, Float>> codes = new ArrayList<>();
            var otherwise = new float[columns.size()];
            for (int c = 0; c < otherwise.length; c++) {
                Column column = columns.get(c);
                Map<String, Integer> values = counts.get(column.at());
                boolean names = column.kind() == Column.Kind.WORD
                        && values.size() > 2
                        && records < values.size() * RECORDS_TO_A_WORD;
                kinds.add(names ? new Column(column.name(), column.at(), Column.Kind.NAME) : column);
                switch (kinds.get(c).kind()) {
                    case NUMBER -> {
                        codes.add(Map.of());
                        otherwise[c] = missing(values.keySet());
                    }
                    case WORD -> {
                        codes.add(ranks(values));
                        otherwise[c] = Math.min(values.size(), MOST_WORDS) + 1f;
                    }
                    case NAME -> {
                        var logs = new HashMap<String, Float>();
                        values.forEach((value, count) -> logs.put(value, (float) (Math.log1p(count) / Math.log(2))));
                        codes.add(logs);
                    }
                }
            }
            return new TableEncoder(List.copyOf(kinds), codes, otherwise);
        }

        private static Map<String, Float> ranks(Map<String, Integer> values) {
            List<Map.Entry<String, Integer>> sorted = new ArrayList<>(values.entrySet());
            sorted.sort(Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry::getKey, Comparator.naturalOrder()));
            var ranks = new HashMap<String, Float>();
            for (int i = 0; i < sorted.size(); i++) {
                ranks.put(sorted.get(i).getKey(), (float) Math.min(i, MOST_WORDS));
            }
            return ranks;
        }

        private static float missing(Set<String> values) {
            float least = 0;
            for (String value : values) {
                float number = number(value, Float.NaN);
                least = Float.isNaN(number) ? least : Math.min(least, number);
            }
            return least - 1;
        }
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /// The places of the columns whose numbers are codes.
    public Set<Integer> categories() {
        var places = new HashSet<Integer>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).kind() == Column.Kind.WORD) {
                places.add(c);
            }
        }
        return Set.copyOf(places);
    }

    public float[] encode(String[] values) {
        var row = new float[columns.size()];
        for (int c = 0; c < row.length; c++) {
            String value = values[columns.get(c).at()];
            Float code = codes.get(c).get(value);
            if (code != null) {
                row[c] = code;
            } else {
                row[c] = columns.get(c).kind() == Column.Kind.NUMBER ? number(value, otherwise[c]) : otherwise[c];
            }
        }
        return row;
    }

    private static float number(String value, float otherwise) {
        try {
            float number = Float.parseFloat(value);
            return Float.isFinite(number) ? number : otherwise;
        } catch (NumberFormatException e) {
            return otherwise; // "-", "(empty)": Zeek's ways to say nothing
        }
    }
}
