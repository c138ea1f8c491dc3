package dev.analystcopilot.api.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void plainWordsAreTold() {
        assertThat(Words.in("""
                {"id":"a","choices":[{"index":0,"delta":{"content":"Two \\"alerts\\"。"},"finish_reason":null}]}""")).isEqualTo("Two \"alerts\"。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[{'delta':{'role':'assistant','content':'w','tool_calls':[],'refusal':null}}],'usage':null}",
                "{'choices':[{'delta':{'content':'w','reasoning_content':''},'logprobs':null}]}",
            })
    void whatIsEmptySaysNothingMore(String json) {
        assertThat(Words.in(json.replace('\'', '"'))).isEqualTo("w");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[DONE]",
                "",
                "{'choices':",
                "{'choices':[]}",
                "{'choices':[{'delta':{}}]}",
                "{'choices':[{'delta':{'content':''}}]}",
                "{'choices':[{'delta':{'content':null}}]}",
                "{'choices':[{'delta':{'content':['w']}}]}",
                "{'choices':[{'delta':{'content':'w'},'finish_reason':'stop'}]}",
                "{'choices':[{'delta':{'content':'w','tool_calls':[{'index':0}]}}]}",
                "{'choices':[{'delta':{'content':'w','reasoning_content':'hm'}}]}",
                "{'choices':[{'delta':{'content':'w'}}],'usage':{'total_tokens':3}}",
                "{'choices':[{'delta':{'content':'w'}},{'delta':{'content':'v'}}]}",
                "{'error':{'message':'no'},'choices':[{'delta':{'content':'w'}}]}",
            })
    void allElseIsLeftToTheLibrary(String json) {
        assertThat(Words.in(json.replace('\'', '"'))).isNull();
    }
}
