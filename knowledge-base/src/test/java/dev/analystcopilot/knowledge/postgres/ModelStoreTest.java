package dev.analystcopilot.knowledge.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.ModelRow.Status;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class ModelStoreTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String KIND = "anomaly";
    private static final Instant MADE = Instant.parse("2026-11-22T18:00:00Z");

    private final Scope scope = Scope.analyst(UUID.randomUUID().toString());
    private ModelStore models;

    @BeforeEach
    void open() {
        models = DB.database().models();
    }

    @Test
    void bytesComeBackAsTheyWere() {
        models.add(scope, model("v1", Status.ACTIVE), new byte[] {0, -1, 7});

        assertThat(models.bytes(scope, KIND, "v1")).contains(new byte[] {0, -1, 7});
    }

    @Test
    void aNewActiveModelRetiresTheFormer() {
        models.add(scope, model("v1", Status.ACTIVE), new byte[1]);
        models.add(scope, model("v2", Status.ACTIVE), new byte[2]);

        assertThat(models.list(scope, KIND))
                .extracting(ModelRow::version, ModelRow::status)
                .containsExactly(tuple("v1", Status.RETIRED), tuple("v2", Status.ACTIVE));
    }

    @Test
    void whatIsStoredAlreadyOnlyTakesTheStatus() {
        models.add(scope, model("v1", Status.SHADOW), new byte[1]);

        assertThat(models.add(scope, model("v1", Status.ACTIVE), new byte[9])).isFalse();
        assertThat(models.active(scope, KIND)).map(ModelRow::version).contains("v1");
        assertThat(models.shadow(scope, KIND)).isEmpty();
    }

    @Test
    void anUnknownModelTakesNobodysPlace() {
        models.add(scope, model("v1", Status.ACTIVE), new byte[1]);

        assertThat(models.setStatus(scope, KIND, "v9", Status.ACTIVE)).isFalse();
        assertThat(models.active(scope, KIND)).map(ModelRow::version).contains("v1");
    }

    @Test
    void anotherTenantSeesNone() {
        models.add(scope, model("v1", Status.ACTIVE), new byte[1]);

        assertThat(models.list(Scope.analyst("another"), KIND)).isEmpty();
    }

    @Test
    void staffCannotBringOne() {
        assertThatThrownBy(() -> models.add(Scope.staff(scope.tenant()), model("v1", Status.ACTIVE), new byte[1]))
                .hasStackTraceContaining("row-level security");
    }

    private static ModelRow model(String version, Status status) {
        return new ModelRow(KIND, version, MADE, status, "{}");
    }
}
