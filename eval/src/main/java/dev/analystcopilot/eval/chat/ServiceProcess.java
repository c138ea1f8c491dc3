package dev.analystcopilot.eval.chat;

import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.service.Asker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A service in a process of its own: see [ServiceMain].
final class ServiceProcess implements AutoCloseable {
    private static final long STOPPING_SECONDS = 30;
    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern ANSWER = Pattern.compile("(?:ready|token|heap|threads) ");

    private final Process process;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Writer orders;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String url;

    private ServiceProcess(Process process) throws IOException {
        this.process = process;
        var _ = Thread.ofVirtual().start(this::listen);
        this.orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.url = heard("ready");
    }

    static ServiceProcess start(SuiteContext context, Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseG1GC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dcopilot.root=" + context.root(),
                "-cp",
                System.getProperty("java.class.path"),
                ServiceMain.class.getName()));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        try {
            return new ServiceProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("the service's process did not start", e);
        }
    }

    /// An analyst with a token of their own.
    Asker somebody() {
        return new Asker(client, url, asked("token"));
    }

    /// So many of them.
    List<Asker> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> somebody()).toList();
    }

    /// Bytes in use after a collection.
    long heap() {
        return Long.parseLong(asked("heap"));
    }

    /// Platform threads.
    long threads() {
        return Long.parseLong(asked("threads"));
    }

    /// Processor time used so far.
    Duration processor() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String asked(String what) {
        try {
            orders.write(what + "\n");
            orders.flush();
            return heard(what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads all the time: a full pipe would hold up the service, which also logs there.
    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> ANSWER.matcher(line).lookingAt()).forEach(said::add);
        } catch (UncheckedIOException | IOException e) {
            said.add("ended " + e.getMessage());
        }
    }

    private String heard(String what) throws IOException {
        try {
            String line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line != null && line.startsWith(what + " ")) {
                return line.substring(what.length() + 1);
            }
            throw new IOException("the service said " + line + ", no word of " + what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the service", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        try {
            orders.close();
            if (!process.waitFor(STOPPING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
