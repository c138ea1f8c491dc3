package dev.analystcopilot.api.llm.provider;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Keeps long texts out of the library's hands: it holds on to its request for as long as the answer takes, which for
/// thousands of answers at once is most of the memory. In its request stands a mark; the text takes the mark's place on
/// the way out, and is let go.
final class LongTexts {
    private static final int LONG = 1_000;

    private final List<String> texts = new ArrayList<>();
    private String tools = "";

    /// @param json what the request says of tools, without the library's knowing
    void tools(String json) {
        tools = json;
    }

    /// The text, or its mark.
    String shortened(String text) {
        if (text.length() < LONG) {
            return text;
        }
        texts.add(text);
        return mark(texts.size() - 1);
    }

    /// The request's JSON with the texts in it. Once: then they are gone.
    String into(String json) {
        StringBuilder whole = new StringBuilder(json);
        if (!tools.isEmpty()) {
            whole.insert(whole.lastIndexOf("}"), ",\"tools\":" + tools);
            tools = "";
        }
        for (int i = 0; i < texts.size(); i++) {
            String mark = '"' + mark(i) + '"';
            int at = whole.indexOf(mark);
            if (at < 0) {
                throw new IllegalStateException("the library has changed a message");
            }
            whole.replace(at, at + mark.length(), JsonMapper.shared().writeValueAsString(texts.get(i)));
        }
        texts.clear();
        return whole.toString();
    }

    private static String mark(int number) {
        return "copilot-long-text-" + number;
    }
}
