package dev.analystcopilot.triage.narrate.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "intranet-server,host,intranet_server,1",
        "host:web-01,host,web-01,1",
        "web-01,host,web-01.corp.example,0.95",
        "web-01.corp.example,host,web-01,0.9",
        "web,host,web-01,0.6",
        "web,host,webmail,0",
        "web-01,host,shop-web-01,0.7",
        "web-01,host,shop-web-01.corp.example,0.7",
        "b-01,host,shop-web-01,0",
        "01,host,shop-web-01,0",
        "web,host,shop-web,0",
        "10.0.0,host,10.0.0.5,0",
        "10.0.0.5,ip,10.0.0.5,1",
        "10.0.0.5,ip,10.0.0.55,0",
        "alice,user,corp\\alice,0.9",
        "alice@corp.example,user,alice,0.9",
        "shell.php,file,/var/www/shell.php,0.9",
        "evil.com,url,http://evil.com/x,0.8"
    })
    void comparesNames(String said, String type, String value, double likeness) {
        assertThat(Names.likeness(said, type, value)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @CsvSource({"what did bob do,true", "what did bobby do,false", "用户bob做了什么,true", "bob-2 logged in,false"})
    void hearsSpokenNames(String question, boolean spoken) {
        assertThat(Names.spoken(question, "user", "bob")).isEqualTo(spoken);
    }
}
