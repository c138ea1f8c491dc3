package dev.analystcopilot.api.config;

import dev.analystcopilot.api.RunningService.SignInAddress;
import dev.analystcopilot.api.local.ServiceFiles;
import dev.analystcopilot.api.security.Accounts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Leaves at the start what opens the service to whoever started it, and takes it away at the end.
@Component
final class Doors implements SignInAddress {
    private final Accounts accounts;
    private final ServiceFiles files;
    private final WebServerApplicationContext context;

    Doors(Accounts accounts, ServiceFiles files, WebServerApplicationContext context) {
        this.accounts = accounts;
        this.files = files;
        this.context = context;
    }

    @EventListener(ApplicationReadyEvent.class)
    void opened() {
        files.writePort(port());
        files.writeCliToken(accounts.issueForCommandLine());
    }

    @EventListener(ContextClosedEvent.class)
    void closed() {
        files.removeSecrets();
    }

    /// Also left in a file, so that a launcher that put the service into the background can say it.
    @Override
    public String next() {
        String address = "http://127.0.0.1:%d/#token=%s".formatted(port(), accounts.issueOneTime());
        files.writeAddress(address);
        return address;
    }

    private int port() {
        var server = context.getWebServer();
        return server == null ? 0 : server.getPort();
    }
}
