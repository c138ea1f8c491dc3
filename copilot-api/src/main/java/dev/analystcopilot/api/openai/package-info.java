/// The service in OpenAI's protocol, for any client that speaks it.
@NullMarked
package dev.analystcopilot.api.openai;

import org.jspecify.annotations.NullMarked;
