package dev.analystcopilot.api.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a list.
///
/// @param nextCursor where it goes on; null at the end
record Page<T>(List<T> items, @Nullable String nextCursor) {
    Page {
        items = List.copyOf(items);
    }
}
