/// One endpoint that speaks OpenAI's protocol: a request, its streamed response, and the limits around both.
@NullMarked
package dev.analystcopilot.api.llm.provider;

import org.jspecify.annotations.NullMarked;
