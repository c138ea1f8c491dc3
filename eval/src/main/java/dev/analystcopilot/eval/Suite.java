package dev.analystcopilot.eval;

import java.util.Set;

/// A measurement that can be repeated. Reads the product through the same doors as its users; may read labels, which
/// the product never sees.
public interface Suite {

    /// How it is asked for: `./copilot eval NAME` or `./copilot bench NAME`.
    enum Kind {
        /// How good answers are.
        EVAL,
        /// How fast they come.
        BENCH
    }

    /// In small letters, without spaces: names its file, too.
    String name();

    Kind kind();

    /// One line for the list of suites.
    String purpose();

    /// Sizes that can be asked for, such as `alerts` for `--alerts N`.
    default Set<String> options() {
        return Set.of();
    }

    /// What could not be measured, such as for want of data, is [Score.Unscored] with its reason.
    SuiteResult run(SuiteContext context);

    /// Whether a run with these sizes and this data is the one that the suite is made for. What is not is shown, but
    /// does not take the place of a kept result.
    default boolean whole(SuiteContext context) {
        return true;
    }
}
