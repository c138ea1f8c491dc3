package dev.analystcopilot.knowledge.format.split;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Cuts records off a [ByteWindow], one at a time.
public interface RecordSplitter {

    /// The next record; null after the last one.
    ///
    /// @throws LostStructureException if it cannot be told any more where records begin
    /// @throws IOException if the stream fails; every record before the failure was given
    @Nullable
    RawRecord next() throws IOException;
}
