package dev.analystcopilot.api.openai;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.openai.Said.By;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Reads a request the way its makers mean it: what cannot be done here and would change the answer's shape is refused
/// with a sentence, what only tunes it is passed over and named.
final class RequestReader {
    private static final int LONGEST_QUESTION = 4_000;
    private static final int MOST_STOPS = 4;

    /// Fields that tools, samplers and accounts use; the answer is the same with and without.
    private static final List<String> PASSED_OVER = List.of(
            "tools",
            "tool_choice",
            "functions",
            "function_call",
            "parallel_tool_calls",
            "logprobs",
            "top_logprobs",
            "logit_bias",
            "seed",
            "temperature",
            "top_p",
            "presence_penalty",
            "frequency_penalty",
            "prediction",
            "reasoning_effort",
            "web_search_options");

    private RequestReader() {}

    /// @throws ApiFailure.BadRequest with what is wrong
    static ChatRequest read(JsonNode body) {
        if (!body.isObject()) {
            throw new ApiFailure.BadRequest("the body is a JSON object with 'model' and 'messages'");
        }
        refuseOtherShapes(body);
        JsonNode metadata = body.path("metadata");
        return new ChatRequest(
                text(body, "model").orElseThrow(() -> new ApiFailure.BadRequest("'model' says which model to ask")),
                messages(body.path("messages")),
                flag(body, "stream"),
                flag(body.path("stream_options"), "include_usage"),
                most(body),
                stops(body.path("stop")),
                text(metadata, "case_id"),
                text(metadata, "lang"),
                PASSED_OVER.stream().filter(name -> isSent(body.path(name))).toList());
    }

    private static void refuseOtherShapes(JsonNode body) {
        if (body.path("n").asInt(1) != 1) {
            throw new ApiFailure.BadRequest("'n' must be 1: a question has one answer here");
        }
        String format = body.path("response_format").path("type").asString("text");
        if (!format.equals("text")) {
            throw new ApiFailure.BadRequest("'response_format' must be of type 'text': answers are Markdown");
        }
        boolean speaks = StreamSupport.stream(body.path("modalities").spliterator(), false)
                .anyMatch(modality -> !modality.asString("").equals("text"));
        if (speaks || isSent(body.path("audio"))) {
            throw new ApiFailure.BadRequest("'modalities' must be text: there is no sound here");
        }
    }

    private static List<Said> messages(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty()) {
            throw new ApiFailure.BadRequest("'messages' takes a list of at least one message");
        }
        List<Said> said = new ArrayList<>();
        messages.forEach(message -> said(message).ifPresent(said::add));
        int last = lastOfUser(said);
        if (last < 0 || said.get(last).text().isBlank()) {
            throw new ApiFailure.BadRequest("'messages' needs a message of role 'user' with text: the question");
        }
        if (said.get(last).text().length() > LONGEST_QUESTION) {
            throw new ApiFailure.BadRequest(
                    "the last user message is the question: it may have " + LONGEST_QUESTION + " characters");
        }
        return said.subList(0, last + 1);
    }

    /// The last one asks, even where a client puts a reminder or a half-made answer behind it.
    private static int lastOfUser(List<Said> said) {
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i).by() == By.USER) {
                return i;
            }
        }
        return -1;
    }

    /// Empty for what other programs' tools said.
    private static Optional<Said> said(JsonNode message) {
        String role = message.path("role").asString("");
        return switch (role) {
            case "user" -> Optional.of(new Said(By.USER, content(message.path("content"))));
            case "assistant" ->
                Optional.of(new Said(By.ASSISTANT, content(message.path("content"))))
                        .filter(answer -> !answer.text().isBlank());
            case "system", "developer" -> Optional.of(new Said(By.CLIENT, content(message.path("content"))));
            case "tool", "function" -> Optional.empty();
            default ->
                throw new ApiFailure.BadRequest(
                        "a message's 'role' is user, assistant, system, developer or tool, not '" + role + "'");
        };
    }

    private static String content(JsonNode content) {
        if (content.isString()) {
            return content.asString().strip();
        }
        if (content.isMissingNode() || content.isNull()) {
            return "";
        }
        if (!content.isArray()) {
            throw new ApiFailure.BadRequest("a message's 'content' is text or a list of parts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode part : content) {
            String type = part.path("type").asString("");
            switch (type) {
                case "text" -> texts.add(part.path("text").asString(""));
                case "refusal" -> texts.add(part.path("refusal").asString(""));
                default ->
                    throw new ApiFailure.BadRequest("a part of type '" + type
                            + "' cannot be read here: please send text (a screenshot of something suspicious can be"
                            + " reported on the web page)");
            }
        }
        return String.join("\n", texts).strip();
    }

    private static OptionalInt most(JsonNode body) {
        for (String name : List.of("max_completion_tokens", "max_tokens")) {
            JsonNode most = body.path(name);
            if (isSent(most)) {
                if (!most.isIntegralNumber() || most.asLong(0) < 1) {
                    throw new ApiFailure.BadRequest("'" + name + "' is a number from 1");
                }
                return OptionalInt.of((int) Math.min(most.asLong(0), Integer.MAX_VALUE));
            }
        }
        return OptionalInt.empty();
    }

    private static List<String> stops(JsonNode stop) {
        List<String> stops = new ArrayList<>();
        if (stop.isString()) {
            stops.add(stop.asString());
        }
        stop.forEach(one -> stops.add(one.asString("")));
        stops.removeIf(String::isEmpty);
        if (stops.size() > MOST_STOPS) {
            throw new ApiFailure.BadRequest("'stop' takes up to " + MOST_STOPS + " texts");
        }
        return stops;
    }

    private static boolean flag(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (isSent(value) && !value.isBoolean()) {
            throw new ApiFailure.BadRequest("'" + name + "' is true or false");
        }
        return value.asBoolean(false);
    }

    private static Optional<String> text(JsonNode object, String name) {
        return Optional.of(object.path(name).asString("").strip()).filter(text -> !text.isEmpty());
    }

    private static boolean isSent(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
