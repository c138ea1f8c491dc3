package dev.analystcopilot.eval.chat;

import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.service.RunningCopilot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The service in a process of its own, so that its memory and its share of the processors can be told from those of
/// whoever asks. Speaks lines: `ready URL` when it answers; then for each line `token` the token of an analyst who was
/// not there before, for `heap` the bytes in use after a collection, and for `threads` the platform threads; it ends
/// with its input.
final class ServiceMain {
    private static final int COLLECTIONS = 3;
    private static final long BETWEEN_MILLIS = 150;

    private ServiceMain() {}

    /// @param arguments `name=value`, settings of the service
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        var root =
                Path.of(System.getProperty("copilot.root", "")).toAbsolutePath().normalize();
        var context = new SuiteContext(root, System.getenv(), Map.of(), line -> {});
        try (var copilot = RunningCopilot.start(context, settings);
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            copilot.awaitPassages();
            copilot.loadDemo();
            System.out.println("ready " + copilot.url());
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                switch (order) {
                    case "token" -> System.out.println("token " + copilot.token(Role.ANALYST));
                    case "heap" -> System.out.println("heap " + heap());
                    case "threads" ->
                        System.out.println(
                                "threads " + ManagementFactory.getThreadMXBean().getThreadCount());
                    default -> System.out.println("unknown");
                }
            }
        }
    }

    /// What the collection itself left: between it and a look at what is in use, streams go on making garbage.
    private static long heap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            long left = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getCollectionUsage)
                    .mapToLong(MemoryUsage::getUsed)
                    .sum();
            Thread.sleep(BETWEEN_MILLIS);
            least = Math.min(least, left);
        }
        return least;
    }
}
