package dev.analystcopilot.knowledge.demo;

import java.util.function.Consumer;

/// One strand of the demo: everyday noise of a kind, the authorised scan, or an intrusion.
interface Story {
    Part part();

    /// Tells all its alerts, in any order.
    ///
    /// @param dice this story's own source of chance, so that a change in one story leaves the others as they were
    void tell(Window window, Dice dice, Consumer<Draft> out);
}
