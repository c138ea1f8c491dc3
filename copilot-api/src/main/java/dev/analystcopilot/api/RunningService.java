package dev.analystcopilot.api;

import java.util.concurrent.CountDownLatch;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// A started service.
public final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final CountDownLatch stopped = new CountDownLatch(1);

    RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> stopped.countDown());
    }

    /// For tests and for whoever embeds the service.
    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
    }

    /// Where to open the page, with a token that signs in once.
    public String signInAddress() {
        return context.getBean(SignInAddress.class).next();
    }

    /// Returns when the service has been told to stop.
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        context.close();
    }

    /// Gives addresses to sign in at; each works once.
    @FunctionalInterface
    public interface SignInAddress {
        String next();
    }
}
