/// What can go wrong in a request, as one closed family.
@NullMarked
package dev.analystcopilot.api.failure;

import org.jspecify.annotations.NullMarked;
