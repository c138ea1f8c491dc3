package dev.analystcopilot.knowledge.postgres.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import dev.analystcopilot.knowledge.hunt.HuntOrder;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HuntSqlTest {

    /// The same shape with other values is the same text: no value is a part of it.
    @Property(tries = 2_000)
    void noValueIsAPartOfTheText(
            @ForAll("shapes") Shape shape, @ForAll("values") String one, @ForAll("values") String other) {
        HuntQuery query = shape.with(one);
        HuntQuery same = shape.with(other);
        assertThat(texts(query)).isEqualTo(texts(same));
    }

    @Property(tries = 500)
    void theTextHasNoForeignCharacter(@ForAll("shapes") Shape shape, @ForAll("values") String value) {
        assertThat(String.join("\n", texts(shape.with(value)))).matches("[\\w\\s.,:()=<>~^$?{}\\[\\]'\"|>&#*+-]+");
    }

    private static List<String> texts(HuntQuery query) {
        return Stream.concat(
                        Stream.of(
                                HuntSql.count(query).sql(),
                                HuntSql.ids(query, HuntOrder.SEVEREST).sql()),
                        query
                                .groupBy()
                                .map(field -> HuntSql.groups(query, field).sql())
                                .stream())
                .toList();
    }

    /// Fields and comparisons without values.
    record Shape(List<HuntField> fields, HuntOp op, Optional<HuntField> group, boolean times) {

        /// As far as a field takes the comparison.
        HuntQuery with(String value) {
            List<HuntCondition> where = new ArrayList<>();
            for (HuntField field : fields) {
                condition(field, value).ifPresent(where::add);
            }
            Optional<Instant> from = times ? Optional.of(Instant.EPOCH.plusSeconds(value.length())) : Optional.empty();
            return new HuntQuery(where, from, Optional.empty(), group, 1 + value.length(), value.length());
        }

        private Optional<HuntCondition> condition(HuntField field, String value) {
            boolean ordered = op == HuntOp.AT_LEAST || op == HuntOp.AT_MOST;
            return switch (field) {
                case HuntField.Detail ignored ->
                    Optional.of(
                            new HuntCondition(field, op, List.of(ordered ? Integer.toString(value.length()) : value)));
                case HuntField.Known known ->
                    switch (known.name()) {
                        case SEVERITY ->
                            Optional.of(new HuntCondition(field, ordered ? op : HuntOp.IS, List.of("high")));
                        case OUTCOME -> Optional.of(new HuntCondition(field, HuntOp.IS, List.of("succeeded")));
                        case DISPOSITION -> Optional.of(new HuntCondition(field, HuntOp.IS_NOT, List.of("benign")));
                        case STATUS -> Optional.of(new HuntCondition(field, HuntOp.IN, List.of("new", "resolved")));
                        case TEXT, RAW -> Optional.of(new HuntCondition(field, HuntOp.CONTAINS, List.of(value)));
                        case DAY, HOUR -> Optional.empty();
                        case TITLE,
                                RULE,
                                SOURCE,
                                HOST,
                                USER,
                                IP,
                                DOMAIN,
                                HASH,
                                PROCESS,
                                FILE,
                                URL,
                                MAILBOX,
                                TECHNIQUE,
                                ENTITY,
                                CASE ->
                            ordered ? Optional.empty() : Optional.of(new HuntCondition(field, op, List.of(value)));
                    };
            };
        }
    }

    @Provide
    Arbitrary<Shape> shapes() {
        Arbitrary<HuntField> detail = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("._0123456789")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(key -> "k" + key)
                .map(HuntField.Detail::new);
        Arbitrary<HuntField> field =
                Arbitraries.oneOf(Arbitraries.of(Name.values()).map(HuntField::of), detail);
        Arbitrary<HuntField> group =
                field.filter(f -> !f.wireName().equals("text") && !f.wireName().equals("raw"));
        return Combinators.combine(
                        field.list().ofMaxSize(6),
                        Arbitraries.of(HuntOp.class),
                        group.optional(),
                        Arbitraries.of(true, false))
                .as(Shape::new);
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> hostile = Arbitraries.of(
                "x' OR '1'='1",
                "'; DROP TABLE alert; --",
                "\" OR 1=1",
                ":tenant",
                "#",
                "%' ESCAPE '",
                "$$;SELECT pg_sleep(9)$$",
                "host:a'b",
                "\\",
                "?::text");
        return Arbitraries.oneOf(hostile, Arbitraries.strings().ofMinLength(1).ofMaxLength(60))
                .filter(text -> !text.isBlank()
                        && !text.strip().isEmpty()
                        && text.codePoints().noneMatch(c -> c == 0));
    }
}
