package dev.analystcopilot.eval.triage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Time by stage: of the clock, and of all processors, which also tells something on a busy machine.
final class Stopwatch {
    private static final double NANOS = 1e9;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Map<String, long[]> stages = new LinkedHashMap<>();

    <T> T time(String stage, Supplier<T> work) {
        long clock = System.nanoTime();
        long processors = SYSTEM.getProcessCpuTime();
        T result = work.get();
        long[] sums = stages.computeIfAbsent(stage, key -> new long[2]);
        sums[0] += System.nanoTime() - clock;
        sums[1] += SYSTEM.getProcessCpuTime() - processors;
        return result;
    }

    double seconds(String stage) {
        return stages.getOrDefault(stage, new long[2])[0] / NANOS;
    }

    double processorSeconds(String stage) {
        return stages.getOrDefault(stage, new long[2])[1] / NANOS;
    }

    double seconds() {
        return stages.keySet().stream().mapToDouble(this::seconds).sum();
    }

    double processorSeconds() {
        return stages.keySet().stream().mapToDouble(this::processorSeconds).sum();
    }
}
