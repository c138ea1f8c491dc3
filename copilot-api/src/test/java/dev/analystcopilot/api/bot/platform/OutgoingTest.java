package dev.analystcopilot.api.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingTest {
    private final Outgoing outgoing = new Outgoing(Set.of("https://oapi.dingtalk.com", "http://127.0.0.1:8099"));

    @ParameterizedTest
    @CsvSource({
        "https://oapi.dingtalk.com/robot/sendBySession?session=x,true",
        "https://OAPI.dingtalk.com/robot,true",
        "http://127.0.0.1:8099/x,true",
        "http://oapi.dingtalk.com/robot,false",
        "https://oapi.dingtalk.com:8443/robot,false",
        "https://oapi.dingtalk.com.evil.example/robot,false",
        "https://oapi.dingtalk.com@evil.example/robot,false",
        "https://me@oapi.dingtalk.com/robot,false",
        "http://169.254.169.254/latest/meta-data,false",
        "http://127.0.0.1:5432/,false",
        "file:///etc/passwd,false",
        "//oapi.dingtalk.com/robot,false",
        "'',false"
    })
    void onlyThePlatformIsReached(String address, boolean allowed) {
        assertThat(outgoing.allows(address)).isEqualTo(allowed);
    }
}
