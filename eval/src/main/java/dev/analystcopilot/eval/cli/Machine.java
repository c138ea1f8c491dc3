package dev.analystcopilot.eval.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// The machine in words that let a reader judge times, without its name.
final class Machine {
    private static final double GIB = 1L << 30;

    private Machine() {}

    static String words() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d cores, %.0f GiB, Java %s, load %.1f at the start"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        system.getTotalMemorySize() / GIB,
                        System.getProperty("java.version"),
                        system.getSystemLoadAverage());
    }
}
