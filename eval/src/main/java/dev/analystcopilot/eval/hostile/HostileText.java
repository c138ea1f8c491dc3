package dev.analystcopilot.eval.hostile;

import java.util.List;
import java.util.Random;

/// Strings that break what trusts them: SQL, quotes, NUL, odd Unicode, very long ones, other tenants' names and ids,
/// and
/// pieces of these glued together.
final class HostileText {
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\"",
            "\\",
            "\\'",
            ";",
            "--",
            "/*",
            "*/",
            "$$",
            "$1",
            ":tenant",
            "?",
            "%",
            "_",
            "{}",
            "[]",
            "[1,2,3]",
            "' OR '1'='1",
            "' OR tenant_id <> '",
            "') OR (1=1) --",
            "'; SET app.tenant = 'bravo'; --",
            "'; SELECT set_config('app.tenant', 'bravo', false); --",
            "'; SELECT set_config('app.audience', 'analyst', false); --",
            "'; RESET ROLE; --",
            "'; SET row_security = off; --",
            "' UNION ALL SELECT * FROM copilot.alert --",
            "\\'; DROP TABLE copilot.alert; --",
            "$tag$ OR true $tag$",
            "E'\\047 OR true --",
            "{\"tenant\":\"bravo\"}",
            "tenant_id",
            "app.tenant",
            "current_setting('app.tenant')",
            "shared",
            "alpha",
            "bravo",
            "charlie",
            "staff",
            "analyst",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uDC00\uD800",
            "\uFEFF",
            "\u202E",
            "\u2028",
            "ａｌｐｈａ",
            "ß",
            "İ",
            "🙂",
            "零",
            "\r\n",
            "\t",
            "host:bravo-host",
            "host:*",
            "ip:0.0.0.0/0",
            "null",
            "NaN",
            "-1",
            "infinity",
            "9999-12-31T23:59:59Z");
    private static final int LONG = 20_000;

    private final Random random;
    private final List<String> ids;

    /// @param ids of every tenant's rows
    HostileText(Random random, List<String> ids) {
        this.random = random;
        this.ids = ids;
    }

    String next() {
        return switch (random.nextInt(10)) {
            case 0 -> pick(PIECES).repeat(1 + random.nextInt(50));
            case 1 -> pick(ids) + pick(PIECES);
            case 2, 3, 4 -> pick(ids);
            case 5 -> random.nextInt(20) == 0 ? pick(PIECES).repeat(LONG) : pick(PIECES);
            case 6 -> pick(PIECES) + pick(PIECES) + pick(PIECES);
            default -> pick(PIECES);
        };
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
