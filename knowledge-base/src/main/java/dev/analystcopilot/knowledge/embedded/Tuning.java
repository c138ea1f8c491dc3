package dev.analystcopilot.knowledge.embedded;

import java.util.ArrayList;
import java.util.List;

/// The server's settings, for a machine of two cores shared with the service.
enum Tuning {
    /// What is acknowledged is on disk.
    SERVICE(List.of(
            "shared_buffers = 256MB",
            "maintenance_work_mem = 256MB",
            "work_mem = 32MB",
            "max_wal_size = 4GB",
            "min_wal_size = 512MB",
            "checkpoint_timeout = 15min",
            "wal_compression = on",
            "synchronous_commit = on")),
    /// For tests: fast, and of no worth after a power cut.
    THROWAWAY(List.of(
            "shared_buffers = 64MB",
            "maintenance_work_mem = 64MB",
            "fsync = off",
            "synchronous_commit = off",
            "full_page_writes = off",
            "max_wal_size = 2GB"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> settings;

    Tuning(List<String> settings) {
        this.settings = settings;
    }

    /// The text of `copilot.conf`.
    String configuration(int port, PostgresBinaries binaries) {
        var lines = new ArrayList<>(List.of(
                "# Written anew at every start.",
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = ''",
                "max_connections = 60",
                "jit = off",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                "log_checkpoints = off",
                "random_page_cost = 1.1"));
        lines.addAll(settings);
        if (!binaries.parallelIndexBuildIsSafe()) {
            lines.add("max_parallel_maintenance_workers = 0 # pgvector below 0.8.2");
        }
        return String.join("\n", lines) + "\n";
    }
}
