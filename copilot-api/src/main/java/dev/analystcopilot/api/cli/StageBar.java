package dev.analystcopilot.api.cli;

import dev.analystcopilot.triage.job.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows a run's progress: a bar for each stage on a terminal, a line for each stage elsewhere.
final class StageBar implements Progress, AutoCloseable {
    private final PrintWriter plain;
    private final boolean terminal;
    private @Nullable Stage current;
    private @Nullable ProgressBar bar;

    StageBar(PrintWriter plain) {
        this.plain = plain;
        this.terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
    }

    @Override
    public void at(Stage stage, long done, long total) {
        if (stage != current) {
            begin(stage, total);
        }
        if (bar != null) {
            bar.maxHint(total > 0 ? total : -1);
            bar.stepTo(done);
        }
    }

    private void begin(Stage stage, long total) {
        end();
        current = stage;
        if (terminal) {
            var builder = new ProgressBarBuilder()
                    .setTaskName(name(stage))
                    .setInitialMax(total > 0 ? total : -1)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(200)
                    .continuousUpdate();
            bar = stage == Stage.READ ? builder.setUnit(" MB", 1_000_000).build() : builder.build();
        } else {
            plain.println(name(stage) + " …");
            plain.flush();
        }
    }

    private static String name(Stage stage) {
        return switch (stage) {
            case READ -> "Reading   ";
            case EMBED -> "Embedding ";
            case TRIAGE -> "Triaging  ";
            case WRITE -> "Writing   ";
        };
    }

    private void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
