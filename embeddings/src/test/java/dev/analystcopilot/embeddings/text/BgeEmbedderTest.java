package dev.analystcopilot.embeddings.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class BgeEmbedderTest {
    private static final TextEmbedder ENGLISH = BgeEmbedder.english();
    private static final TextEmbedder CHINESE = BgeEmbedder.chinese();
    private static final double SAME = 0.99999;

    static List<BgeVariant> variants() {
        return List.of(BgeVariant.ENGLISH, BgeVariant.CHINESE);
    }

    @AfterAll
    static void closeBoth() {
        ENGLISH.close();
        CHINESE.close();
    }

    /// A text's vector may not depend on its company: alone, in one batch of all, in shuffled and in tiny batches.
    @ParameterizedTest
    @MethodSource("variants")
    void oneVectorPerTextHoweverBatched(BgeVariant variant) {
        List<String> texts = mixedTexts();
        TextEmbedder embedder = embedder(variant);
        List<Vector> alone = texts.stream()
                .map(text -> embedder.embed(List.of(text)).getFirst())
                .toList();
        for (int batchTokens : new int[] {600, 2048, 8192}) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
            Collections.shuffle(order, new Random(batchTokens));
            try (var batching = BgeEmbedder.of(variant, new Batching(batchTokens, true))) {
                List<Vector> together =
                        batching.embed(order.stream().map(texts::get).toList());
                for (int i = 0; i < order.size(); i++) {
                    assertThat(together.get(i).cosine(alone.get(order.get(i))))
                            .as("'%.40s' in batches of %d tokens", texts.get(order.get(i)), batchTokens)
                            .isGreaterThanOrEqualTo(SAME);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void vectorsHaveTheDimensionSaid(BgeVariant variant) {
        TextEmbedder embedder = embedder(variant);
        assertThat(embedder.embed(List.of("x")).getFirst().dimension()).isEqualTo(embedder.dimension());
    }

    @Test
    void closeInMeaningIsCloseInEnglish() {
        List<Vector> vectors = ENGLISH.embed(List.of(
                "A web shell was uploaded to the server",
                "Attacker placed a PHP backdoor on the web host",
                "The cafeteria serves soup on Mondays"));
        assertThat(vectors.get(0).cosine(vectors.get(1)))
                .isGreaterThan(vectors.get(0).cosine(vectors.get(2)) + 0.1);
    }

    @Test
    void closeInMeaningIsCloseInChinese() {
        List<Vector> vectors = CHINESE.embed(List.of("服务器上发现网页后门", "攻击者向网站上传了木马脚本", "食堂周一供应汤"));
        assertThat(vectors.get(0).cosine(vectors.get(1)))
                .isGreaterThan(vectors.get(0).cosine(vectors.get(2)) + 0.1);
    }

    @Test
    void aQuestionFindsItsPassage() {
        Vector question = ENGLISH.embedQuery("how do I report a phishing mail?");
        List<Vector> passages = ENGLISH.embed(List.of(
                "Forward suspicious e-mail to the security team with the report button.",
                "Passwords must have twelve characters."));
        assertThat(question.cosine(passages.get(0))).isGreaterThan(question.cosine(passages.get(1)));
    }

    @Test
    void whatLiesBeyondTheWindowIsNotRead() {
        String head = "alert ".repeat(600);
        List<Vector> vectors = ENGLISH.embed(List.of(head, head + "something else altogether"));
        assertThat(vectors.get(0)).isEqualTo(vectors.get(1));
    }

    @Test
    void nothingInNothingOut() {
        assertThat(ENGLISH.embed(List.of())).isEmpty();
    }

    @Test
    void severalCallersGetTheirOwnVectors() {
        List<String> texts = mixedTexts().subList(0, 11);
        List<Vector> expected = ENGLISH.embed(texts);
        List<List<Vector>> found = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> ENGLISH.embed(texts))
                .toList();
        assertThat(found).allSatisfy(vectors -> {
            for (int i = 0; i < vectors.size(); i++) {
                assertThat(vectors.get(i).cosine(expected.get(i))).isGreaterThanOrEqualTo(SAME);
            }
        });
    }

    @Test
    void closedIsSaidSo() {
        var embedder = BgeEmbedder.english();
        embedder.close();
        assertThatThrownBy(() -> embedder.embed(List.of("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private static TextEmbedder embedder(BgeVariant variant) {
        return variant.equals(BgeVariant.ENGLISH) ? ENGLISH : CHINESE;
    }

    private static List<String> mixedTexts() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                "   \t\n",
                "a",
                "😀🔥 emoji 👩‍💻 alert",
                "half a pair \uD83D and \uDE00 another",
                "zero \u0000 byte and \u200B zero width",
                "Suricata: ET SCAN Nmap Scripting Engine User-Agent Detected",
                "检测到来自外部主机的暴力破解登录尝试",
                "网站 web-01 上传了 WebShell，随后执行 whoami",
                "{\"cmd\":\"powershell -enc SQBFAFgA\",\"pid\":4242}",
                "\\x90\\x90".repeat(40),
                "无".repeat(900),
                "Zm9vYmFy".repeat(1250),
                "failed login for root from 10.0.0.1; ".repeat(270)));
        Random random = new Random(7);
        String[] words = {"login", "failed", "shell", "/etc/passwd", "主机", "告警", "GET", "403", "dns", "exfil", "🚨"};
        for (int i = 0; i < 20; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(i < 18 ? 40 : 300);
            for (int w = 0; w < length; w++) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
