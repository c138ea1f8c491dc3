package dev.analystcopilot.api;

import dev.analystcopilot.api.local.EarlyDatabase;
import dev.analystcopilot.api.local.ServiceFiles;
import dev.analystcopilot.api.security.Accounts;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.embedded.DatabaseAddress;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/// The whole service, over real HTTP on a free port, on a fresh database. Tag tests that use it `slow`.
public final class RunningApi implements BeforeAllCallback, AfterAllCallback {
    private final TestDatabase testDatabase = new TestDatabase();
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private RunningService service;
    private Path data;

    /// @param settings pairs of property name and value
    public RunningApi(Object... settings) {
        this.settings.put("server.port", 0);
        this.settings.put("copilot.empty", true);
        this.settings.put("copilot.triage-delay", "50ms");
        for (int i = 0; i < settings.length; i += 2) {
            this.settings.put(String.valueOf(settings[i]), settings[i + 1]);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        testDatabase.beforeAll(context);
        data = Files.createTempDirectory("copilot-data");
        start();
    }

    public void start() {
        service = CopilotService.start(settings, application -> {
            application.registerBean(EarlyDatabase.class, () -> EarlyDatabase.at(testDatabase.address()));
            application.registerBean(ServiceFiles.class, () -> new ServiceFiles(data));
        });
    }

    public void stop() {
        service.close();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        service.close();
        testDatabase.afterAll(context);
        deleteData();
    }

    private void deleteData() throws IOException {
        try (var files = Files.walk(data)) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    public Path data() {
        return data;
    }

    public DatabaseAddress address() {
        return testDatabase.address();
    }

    public Database database() {
        return testDatabase.database();
    }

    public String signInAddress() {
        return service.signInAddress();
    }

    public <T> T part(Class<T> type) {
        return service.context().getBean(type);
    }

    public <T> T part(String name, Class<T> type) {
        return service.context().getBean(name, type);
    }

    public String url() {
        return "http://127.0.0.1:" + service.port();
    }

    /// Nobody in particular.
    public WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl(url())
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /// A program with these roles.
    public WebTestClient as(Role... roles) {
        return anonymous()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token(roles))
                .build();
    }

    public String token(Role... roles) {
        return part(Accounts.class).issueForProgram("tester", Set.of(roles));
    }
}
