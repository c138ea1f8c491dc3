package dev.analystcopilot.knowledge.postgres;

import java.sql.Types;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Text as PostgreSQL can hold it: NUL, which is valid in JSON, in a question and in an address, becomes a space. Done
/// once for every text that is bound, so that no store has to think of it.
final class StoredText extends AbstractArgumentFactory<String> {

    private StoredText() {
        super(Types.VARCHAR);
    }

    static void register(Jdbi jdbi) {
        jdbi.registerArgument(new StoredText());
        jdbi.registerArrayType(String.class, "text", StoredText::of);
    }

    static String of(String text) {
        return text.replace('\u0000', ' ');
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        return (position, statement, context) -> statement.setString(position, of(value));
    }
}
