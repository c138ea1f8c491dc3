package dev.analystcopilot.api.staff.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.qrcode.QRCodeWriter;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.security.Accounts;
import dev.analystcopilot.api.security.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
class ReportTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    private static final JsonMapper JSON = JsonMapper.shared();

    private static WebTestClient person(String login, Role role) {
        return API.anonymous()
                .mutate()
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + API.part(Accounts.class).issueForProgram(login, Set.of(role)))
                .build();
    }

    private static WebTestClient.ResponseSpec send(WebTestClient client, String text, String name, byte[] bytes) {
        var body = new MultipartBodyBuilder();
        if (!text.isEmpty()) {
            body.part("text", text);
        }
        if (bytes.length > 0) {
            body.part("file", new ByteArrayResource(bytes) {
                @Override
                public String getFilename() {
                    return name;
                }
            });
        }
        return client.post()
                .uri("/api/v1/reports")
                .body(BodyInserters.fromMultipartData(body.build()))
                .exchange();
    }

    private static JsonNode sent(WebTestClient client, String text, String name, byte[] bytes) {
        return json(send(client, text, name, bytes).expectStatus().isCreated());
    }

    private static JsonNode get(WebTestClient client, String path) {
        return json(client.get().uri(path).exchange().expectStatus().isOk());
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return JSON.readTree(Objects.requireNonNull(
                response.expectBody(String.class).returnResult().getResponseBody()));
    }

    private static JsonNode alert(String receipt) {
        String id = get(API.as(Role.LEAD), "/api/v1/reports/" + receipt)
                .path("alertId")
                .asString();
        return get(API.as(Role.ANALYST), "/api/v1/alerts/" + id);
    }

    @Test
    void aTextBecomesAnAlertOfItsOwn() {
        JsonNode receipt = sent(
                person("anna", Role.STAFF),
                "A mail from boss@corp-pay.example asks me to open https://corp-pay.example/login",
                "",
                new byte[0]);

        assertThat(receipt.path("status").asString()).isEqualTo("received");
        assertThat(receipt.has("alertId")).isFalse();
        assertThat(alert(receipt.path("receipt").asString()).toString())
                .contains("staff-report", "boss@corp-pay.example", "https://corp-pay.example/login", "anna");
    }

    @Test
    void othersDoNotFindIt() {
        String receipt = sent(person("bert", Role.STAFF), "Odd call", "", new byte[0])
                .path("receipt")
                .asString();

        person("carl", Role.STAFF)
                .get()
                .uri("/api/v1/reports/" + receipt)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(get(person("carl", Role.STAFF), "/api/v1/reports").size()).isZero();
        assertThat(get(person("bert", Role.STAFF), "/api/v1/reports").size()).isOne();
    }

    @Test
    void leadsSeeEveryonesAndStaffDoNot() {
        var _ = sent(person("dora", Role.STAFF), "Odd door", "", new byte[0]);

        assertThat(get(API.as(Role.LEAD), "/api/v1/reports?all=true").findValuesAsString("reporter"))
                .contains("dora");
        person("dora", Role.STAFF)
                .get()
                .uri("/api/v1/reports?all=true")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void theStatusFollowsWhoeverSpokeLast() {
        WebTestClient emil = person("emil", Role.STAFF);
        String path = "/api/v1/reports/"
                + sent(emil, "可疑邮件：要求立即转账", "", new byte[0]).path("receipt").asString();
        String alertId = get(API.as(Role.LEAD), path).path("alertId").asString();
        API.as(Role.ANALYST)
                .post()
                .uri(path + "/status")
                .bodyValue(Map.of("status", "in_review", "message", "We are on it"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(get(emil, path).path("message").asString()).isEqualTo("We are on it");
        API.as(Role.ANALYST)
                .post()
                .uri("/api/v1/verdicts")
                .bodyValue(Map.of("subject", Map.of("kind", "alert", "id", alertId), "verdict", "true_positive"))
                .exchange()
                .expectStatus()
                .isCreated();

        JsonNode now = get(emil, path);

        assertThat(now.path("status").asString()).isEqualTo("attack");
        assertThat(now.path("message").asString()).contains("这是一次攻击");
    }

    @Test
    void staffSetNoStatus() {
        WebTestClient fay = person("fay", Role.STAFF);
        String receipt = sent(fay, "Odd", "", new byte[0]).path("receipt").asString();

        fay.post()
                .uri("/api/v1/reports/" + receipt + "/status")
                .bodyValue(Map.of("status", "harmless"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void anEmptyOneIsRefused() {
        send(person("gina", Role.STAFF), " ", "", new byte[0]).expectStatus().isBadRequest();
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        send(person("hugo", Role.STAFF), "", "large.bin", new byte[(10 << 20) + 1])
                .expectStatus()
                .isBadRequest();
    }

    private static final String MAIL = """
            Return-Path: <bounce@mailer-77.example>\r
            Received: from mailer-77.example (203.0.113.9) by mx.corp.example; Mon, 02 Nov 2026 09:00:00 +0000\r
            Authentication-Results: mx.corp.example; spf=fail; dkim=none\r
            From: "Payroll" <payroll@corp-pay.example>\r
            Reply-To: <other@elsewhere.example>\r
            Subject: =?UTF-8?B?5bel6LWE5Y2V?=\r
            MIME-Version: 1.0\r
            Content-Type: multipart/mixed; boundary="b"\r
            \r
            --b\r
            Content-Type: text/html; charset=utf-8\r
            \r
            <p>See <a href="https://corp-pay.example/signin">your payslip</a></p>\r
            --b\r
            Content-Type: application/octet-stream\r
            Content-Disposition: attachment; filename="payslip.exe"\r
            Content-Transfer-Encoding: base64\r
            \r
            TVo=\r
            --b--\r
            """;

    @Test
    void aMailIsReadWithItsHeadersLinksAndAttachments() {
        JsonNode receipt = sent(person("ida", Role.STAFF), "", "odd.eml", MAIL.getBytes(UTF_8));
        JsonNode alert = alert(receipt.path("receipt").asString());

        assertThat(receipt.path("subject").asString()).isEqualTo("工资单");
        assertThat(alert.toString())
                .contains(
                        "https://corp-pay.example/signin",
                        "payroll@corp-pay.example",
                        "other@elsewhere.example",
                        "bounce@mailer-77.example",
                        "payslip.exe",
                        GivenFile.sha256(new byte[] {'M', 'Z'}),
                        "spf=fail");
    }

    @Test
    void aMailMadeToBreakReadersIsTakenAllTheSame() {
        String nested = "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n".repeat(3_000);
        JsonNode receipt = sent(
                person("jan", Role.STAFF),
                "",
                "bad.eml",
                ("From: a@b.example\r\nSubject: nested\r\n" + nested).getBytes(UTF_8));

        assertThat(receipt.path("status").asString()).isEqualTo("received");
    }

    @Test
    void aQrCodeInAPictureIsFollowedByNobodyButRead() throws Exception {
        var code = new QRCodeWriter().encode("https://quish.example/login", BarcodeFormat.QR_CODE, 300, 300);
        var image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 300; y++) {
                image.setRGB(x, y, code.get(x, y) ? 0 : 0xffffff);
            }
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        JsonNode receipt = sent(person("kim", Role.STAFF), "", "photo.png", png.toByteArray());

        assertThat(alert(receipt.path("receipt").asString()).toString()).contains("https://quish.example/login");
    }

    @Test
    void whatOnlyPretendsToBeAPictureIsRefused() {
        send(person("leo", Role.STAFF), "", "photo.png", new byte[] {'M', 'Z', 0, 1})
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void triageMakesACaseOfIt() throws InterruptedException {
        String path = "/api/v1/reports/"
                + sent(
                                person("mia", Role.STAFF),
                                "Mail asks for my password: https://login-mia.example/x",
                                "",
                                new byte[0])
                        .path("receipt")
                        .asString();
        String found = "";
        for (int i = 0; i < 100 && found.isEmpty(); i++) {
            Thread.sleep(200);
            found = get(API.as(Role.LEAD), path).path("caseId").asString("");
        }

        assertThat(found).startsWith("case-");
    }
}
