package dev.analystcopilot.knowledge.text.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorScannerTest {
    private final IndicatorScanner scanner = new IndicatorScanner();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            beacon to 10.0.0.5:8443.            | IPV4         | 10.0.0.5
            连接到 10[.]0[.]0[.]5，               | IPV4         | 10.0.0.5
            scans 192.168.0.0/16                | CIDR         | 192.168.0.0/16
            from 2001:DB8::1 today              | IPV6         | 2001:db8::1
            from [2001:db8::1]:443              | IPV6         | 2001:db8::1
            route fe80::/10                     | CIDR         | fe80::/10
            source:2001:db8::1                  | IPV6         | 2001:db8::1
            ::ffff:10.0.0.1 connected           | IPV6         | ::ffff:10.0.0.1
            NIC 00-1A-2B-3C-4D-5E               | MAC          | 00:1a:2b:3c:4d:5e
            域名evil.example.com解析             | DOMAIN       | evil.example.com
            evil(dot)example(dot)org            | DOMAIN       | evil.example.org
            script[.]pl                         | DOMAIN       | script.pl
            www.gov.pl                          | DOMAIN       | www.gov.pl
            hxxps://evil[.]com/a?b=1#c.         | URL          | https://evil.com/a?b=1#c
            hxxp[://]evil.com                   | URL          | http://evil.com
            (see http://a.com/x_(y))            | URL          | http://a.com/x_(y)
            访问http://a.com/下载                | URL          | http://a.com/
            http://[2001:db8::1]:80/            | URL          | http://[2001:db8::1]:80/
            ldap://10.0.0.1:1389/Exploit}       | URL          | ldap://10.0.0.1:1389/Exploit
            user (at) evil (dot) com            | EMAIL        | user@evil.com
            Max.Muster+x@Example.com,           | EMAIL        | max.muster+x@example.com
            d41d8cd98f00b204e9800998ecf8427e    | MD5          | d41d8cd98f00b204e9800998ecf8427e
            file-cve-2021-44228.zip             | CVE          | CVE-2021-44228
            uses t1059.001.                     | ATTACK_ID    | T1059.001
            the group G0016                     | ATTACK_ID    | G0016
            strategy DET0001                    | ATTACK_ID    | DET0001
            C:\\Program Files\\a b\\x.exe ran     | WINDOWS_PATH | C:\\Program Files\\a b\\x.exe
            C:\\\\Windows\\\\cmd.exe               | WINDOWS_PATH | C:\\Windows\\cmd.exe
            copied to \\\\srv01\\C$\\Temp\\a.dll    | UNC_PATH     | \\\\srv01\\C$\\Temp\\a.dll
            wrote /etc/cron.d/x,                | POSIX_PATH   | /etc/cron.d/x
            ~/.ssh/authorized_keys              | POSIX_PATH   | ~/.ssh/authorized_keys
            HKLM:\\Software\\Microsoft\\Windows NT\\Run x | REGISTRY_KEY | HKLM\\Software\\Microsoft\\Windows NT\\Run
            """)
    void findsOne(String text, IndicatorType type, String value) {
        assertThat(scanner.scan(text))
                .extracting(IndicatorMatch::type, IndicatorMatch::value)
                .containsExactly(tuple(type, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmd.exe ran file.py and wrote system.log, README.md, user.name",
                "at 12:30:45 nginx/1.18.0.1 version 1.2.3.4.5, 999.1.1.1, v1.2.3.4",
                "e.g. this, i.e. that. And so on...",
                "std::vector and dead::beef",
                "and/or, 24/7, /24, text/html",
                "System.out.println(x) os.path.join(a)",
                "The end.It was late.",
                "11111111111111111111111111111111",
                "a@b, @handle, me@localhost"
            })
    void theseAreNone(String text) {
        assertThat(scanner.scan(text)).isEmpty();
    }

    @Test
    void portsAreTold() {
        assertThat(scanner.scan("10.0.0.1:443 evil.com:8080"))
                .extracting(IndicatorMatch::port)
                .containsExactly(443, 8080);
    }

    @Test
    void placesAreThoseOfTheOriginal() {
        String text = "see hxxp://a[.]com/x and 1.2[.]3.4!";

        assertThat(scanner.scan(text))
                .extracting(match -> text.substring(match.start(), match.end()))
                .containsExactly("hxxp://a[.]com/x", "1.2[.]3.4");
    }

    @Test
    void aMegabyteOfAnythingIsReadQuickly() {
        int size = 1_000_000;
        int shorter = 50_000;
        List<String> hostile = List.of(
                ".",
                "a.",
                "1.",
                "1:",
                ":",
                "[.]",
                "a@",
                "/",
                "\\",
                "\\\\a\\",
                "C:\\",
                "hxxp",
                "http://",
                "f",
                "aa-bb-cc-dd-ee-ff.",
                "~/",
                "HKLM\\a ",
                "[",
                "a-",
                "[::",
                "1.1.1.1/",
                "T1",
                "CVE-",
                " (",
                "h**p",
                "a b\\",
                "中.");

        Assertions.assertTimeout(
                Duration.ofSeconds(8),
                () -> hostile.forEach(
                        piece -> scanner.scan(piece.repeat((piece.equals(".") ? size : shorter) / piece.length()))));
    }
}
