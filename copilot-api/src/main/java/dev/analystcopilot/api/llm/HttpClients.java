package dev.analystcopilot.api.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import java.time.Duration;

/// The one HTTP client below all answers.
final class HttpClients {
    static final Duration CONNECT = Duration.ofSeconds(3);
    /// Until the response's headers; what follows is limited by [LlmSettings.Limits].
    static final Duration HEADERS = Duration.ofSeconds(15);

    private HttpClients() {}

    static HttpClient shared() {
        var jdk = java.net.http.HttpClient.newBuilder().version(java.net.http.HttpClient.Version.HTTP_1_1);
        return new JdkHttpClientBuilder()
                .httpClientBuilder(jdk)
                .connectTimeout(CONNECT)
                .readTimeout(HEADERS)
                .build();
    }
}
