package dev.analystcopilot.eval.disposition;

import dev.analystcopilot.eval.ait.AitNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the disposition model that ships, from all development networks; see docs/models/disposition.md.
/// To be run again whenever the model of threat, the cases or the chain change.
public final class ShippedDisposition {
    private ShippedDisposition() {}

    /// @param arguments the folder that `make_dev.py` has built, and the folder to write `disposition.onnx` to
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("arguments: MEASURE-FOLDER OUT-FOLDER");
        }
        Path out = Files.createDirectories(Path.of(arguments[1]));
        var made = new LeaveOut(AitNetworks.all(Path.of(arguments[0])), System.err::println).disposition("");
        Files.write(out.resolve("disposition.onnx"), made.bytes());
        System.out.println(made.card());
    }
}
