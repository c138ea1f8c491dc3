package dev.analystcopilot.api.llm.agent;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.llm.provider.Line;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Does what the models ask for in one answer: each thing once, and no more of it than there is room for. Whatever a
/// model got wrong goes back to it as a sentence, never up as an exception. One thread at a time; may block.
final class Lookups {
    static final String PAGE = "page";
    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LEAST_ROOM = 1_500;
    /// No single result takes more than this part of the room for all.
    private static final int RESULTS_AT_ONCE = 3;

    private final List<LlmTool> tools;
    private final Map<String, List<String>> found = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private int room = LEAST_ROOM;
    private int filled;
    private int repeats;
    private int broken;

    Lookups(List<LlmTool> tools) {
        this.tools = tools;
    }

    /// @param characters for all results together
    void room(int characters) {
        room = Math.max(LEAST_ROOM, characters);
    }

    /// How often a lookup was asked for that had been done before.
    int repeats() {
        return repeats;
    }

    /// How often a tool was asked for that there is not, or with arguments that cannot be read.
    int broken() {
        return broken;
    }

    LlmTool.Answer look(Line.Call call) {
        var tool = tools.stream()
                .filter(candidate -> candidate.name().equals(call.tool()))
                .findFirst();
        if (tool.isEmpty()) {
            broken++;
            return failed("there is no tool of that name; there are "
                    + String.join(", ", tools.stream().map(LlmTool::name).toList()));
        }
        try {
            return look(tool.get(), arguments(call.arguments()));
        } catch (JacksonException e) {
            broken++;
            return failed("the arguments were not a JSON object");
        } catch (IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("Tool {} failed", call.tool(), e);
            return failed("the lookup failed");
        }
    }

    private LlmTool.Answer look(LlmTool tool, Map<String, String> arguments) {
        String key = tool.name() + new TreeMap<>(arguments);
        if (asked.merge(key, 1, Integer::sum) > 1) {
            repeats++;
            return new LlmTool.Answer(
                    "You have this result already: it stands above. Answer the question with it.",
                    "the same lookup again: not repeated");
        }
        boolean paging = tool.parameters().stream()
                .noneMatch(parameter -> parameter.name().equals(PAGE));
        String page = paging ? arguments.remove(PAGE) : null;
        int number = page == null ? 1 : Integer.parseInt(page.strip());
        String whole = tool.name() + new TreeMap<>(arguments);
        List<String> pages = found.get(whole);
        String summary = "page " + number;
        if (pages == null) {
            LlmTool.Answer answer = tool.call(arguments);
            pages = Pages.of(answer.forModel(), Math.max(LEAST_ROOM, room / RESULTS_AT_ONCE));
            found.put(whole, pages);
            summary = answer.summary();
        }
        if (number < 1 || number > pages.size()) {
            throw new IllegalArgumentException("there are pages 1 to " + pages.size());
        }
        return new LlmTool.Answer(fitting(pages, number), summary);
    }

    private String fitting(List<String> pages, int number) {
        String text = pages.get(number - 1);
        if (filled + text.length() > room && filled > 0) {
            return "There is no room for more results. Answer the question with what you have.";
        }
        filled += text.length();
        return number == pages.size()
                ? text
                : text
                        + "(page %d of %d; the same call with \"page\": %d gives the next)\n"
                                .formatted(number, pages.size(), number + 1);
    }

    private static LlmTool.Answer failed(String why) {
        return new LlmTool.Answer("error: " + why, why);
    }

    private static Map<String, String> arguments(String json) {
        Map<String, String> arguments = new LinkedHashMap<>();
        JsonNode tree = JSON.readTree(json.isBlank() ? "{}" : json);
        if (!tree.isObject()) {
            throw new IllegalArgumentException("the arguments are a JSON object");
        }
        for (var field : tree.properties()) {
            if (!field.getValue().isNull()) {
                arguments.put(
                        field.getKey(),
                        field.getValue().isString()
                                ? field.getValue().stringValue()
                                : field.getValue().toString());
            }
        }
        return arguments;
    }
}
