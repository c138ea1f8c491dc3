package dev.analystcopilot.api.openai;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What clients call a model: who answers, and from what.
enum Model {
    /// From alerts, cases and all knowledge.
    ANALYST_COPILOT("analyst-copilot"),
    /// From staff documents only, whoever asks.
    STAFF_DESK("staff-desk");

    private final String id;

    Model(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /// The caller with the rights that this model gives them: at most their own.
    Caller narrowed(Caller caller) {
        return switch (this) {
            case ANALYST_COPILOT -> caller;
            case STAFF_DESK -> new Caller(caller.login(), caller.tenant(), Set.of(Role.STAFF));
        };
    }

    static List<Model> of(Caller caller) {
        return Arrays.stream(values()).filter(model -> model.serves(caller)).toList();
    }

    /// @throws ApiFailure.NotFound also if it exists, but not for this caller
    static Model of(Caller caller, String id) {
        return of(caller).stream()
                .filter(model -> model.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new ApiFailure.NotFound("the model '" + id + "'"));
    }

    private boolean serves(Caller caller) {
        return switch (this) {
            case ANALYST_COPILOT -> caller.seesAlerts();
            case STAFF_DESK -> true;
        };
    }
}
