package dev.analystcopilot.eval.llm;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The bodies of OpenAI's chat completions.
final class Chunks {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CHARACTERS_A_TOKEN = 4;

    private Chunks() {}

    static String text(String piece) {
        ObjectNode chunk = chunk();
        choice(chunk).putObject("delta").put("content", piece);
        return chunk.toString();
    }

    static String call(int index, Act.Call call) {
        ObjectNode chunk = chunk();
        call(choice(chunk).putObject("delta").putArray("tool_calls"), index, call);
        return chunk.toString();
    }

    static String finish(boolean called) {
        ObjectNode chunk = chunk();
        ObjectNode choice = choice(chunk);
        choice.putObject("delta");
        choice.put("finish_reason", called ? "tool_calls" : "stop");
        return chunk.toString();
    }

    /// What the answer took: four characters are counted as a token.
    static String usage(int charactersIn, int charactersOut) {
        ObjectNode chunk = chunk();
        chunk.putArray("choices");
        usage(chunk, charactersIn, charactersOut);
        return chunk.toString();
    }

    /// The whole answer in one piece, for a request that asks for no stream.
    static String whole(String text, List<Act.Call> calls, int charactersIn) {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", "scripted")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", "scripted");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        message.put("content", text);
        if (!calls.isEmpty()) {
            ArrayNode array = message.putArray("tool_calls");
            for (int i = 0; i < calls.size(); i++) {
                call(array, i, calls.get(i));
            }
        }
        choice.put("finish_reason", calls.isEmpty() ? "stop" : "tool_calls");
        usage(body, charactersIn, text.length());
        return body.toString();
    }

    static String error(String message) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("message", message).put("type", "scripted");
        return body.toString();
    }

    private static void call(ArrayNode calls, int index, Act.Call call) {
        ObjectNode entry = calls.addObject().put("index", index).put("id", "call_" + index);
        entry.put("type", "function");
        entry.putObject("function").put("name", call.tool()).put("arguments", call.arguments());
    }

    private static void usage(ObjectNode body, int charactersIn, int charactersOut) {
        int in = charactersIn / CHARACTERS_A_TOKEN;
        int out = charactersOut / CHARACTERS_A_TOKEN;
        body.putObject("usage")
                .put("prompt_tokens", in)
                .put("completion_tokens", out)
                .put("total_tokens", in + out);
    }

    private static ObjectNode chunk() {
        return JSON.createObjectNode()
                .put("id", "scripted")
                .put("object", "chat.completion.chunk")
                .put("created", 1)
                .put("model", "scripted");
    }

    private static ObjectNode choice(ObjectNode chunk) {
        return chunk.putArray("choices").addObject().put("index", 0).putNull("finish_reason");
    }
}
