package dev.analystcopilot.api.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows how far an import has come: a bar for each stage on a terminal, a line now and then elsewhere.
final class ImportBar implements AutoCloseable {
    private static final int LINES = 5;

    private final PrintWriter plain;
    private final boolean terminal;
    private String stage = "";
    private long shown;
    private @Nullable ProgressBar bar;

    ImportBar(PrintWriter plain) {
        this.plain = plain;
        this.terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
    }

    /// @param total 0 while unknown
    synchronized void at(String name, long done, long total) {
        if (!name.equals(stage)) {
            close();
            stage = name;
            shown = -1;
            if (terminal) {
                bar = new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(total > 0 ? total : -1)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .setUpdateIntervalMillis(200)
                        .continuousUpdate()
                        .build();
            }
        }
        if (bar != null) {
            bar.maxHint(total > 0 ? total : -1);
            bar.stepTo(done);
        } else if (total > 0 && done * LINES / total > shown) {
            shown = done * LINES / total;
            plain.printf("%s %d of %d%n", name, done, total);
            plain.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
