package dev.analystcopilot.api.llm.provider;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;

/// One request's connection below the client library. The library's own clients wait for the next byte on a thread for
/// each stream; here bytes come from the event loops that serve everything else. Closing it closes the connection, at
/// whatever stage, which tells the provider to stop.
final class StreamingHttp implements HttpClient, HttpClientBuilder, ServerSentEventParsingHandle, Disposable {
    private final reactor.netty.http.client.HttpClient client;
    private final LongTexts texts;
    private final Consumer<String> words;
    private final Disposable.Swap call = Disposables.swap();

    /// @param texts that stand in the request by a mark only
    /// @param words hears the words that the library is not told of
    StreamingHttp(reactor.netty.http.client.HttpClient client, LongTexts texts, Consumer<String> words) {
        this.client = client;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("answers are streamed");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        byte[] body = texts.into(String.valueOf(request.body())).getBytes(StandardCharsets.UTF_8);
        int length = body.length;
        // Prompts are big and answers take long: the body is let go as soon as it is on its way.
        var unsent = new AtomicReference<byte @Nullable []>(body);
        var given = request.headers();
        Flux<Void> exchange = client.headers(headers -> {
                    given.forEach((name, values) -> headers.set(name, values));
                    headers.set("Content-Length", length);
                })
                .post()
                .uri(request.url())
                .send((outgoing, connection) ->
                        connection.sendByteArray(Mono.fromSupplier(() -> unsent.getAndSet(null))))
                .response((response, content) -> heard(response, content, listener));
        var _ = call.replace(exchange.subscribe(nothing -> {}, listener::onError, listener::onClose));
    }

    private Flux<Void> heard(HttpClientResponse response, ByteBufFlux content, ServerSentEventListener listener) {
        int status = response.status().code();
        if (status / 100 != 2) {
            return content.aggregate()
                    .asString()
                    .defaultIfEmpty("")
                    .<Void>flatMap(text -> Mono.error(new HttpException(status, text)))
                    .flux();
        }
        listener.onOpen(SuccessfulHttpResponse.builder()
                .statusCode(status)
                .headers(Map.<String, List<String>>of())
                .build());
        var context = new ServerSentEventContext(this);
        var lines = new EventLines(event -> {
            String said = Words.in(event.data());
            if (said == null) {
                listener.onEvent(event, context);
            } else {
                words.accept(said);
            }
            event.forget();
        });
        return content.asByteArray()
                .<Void>handle((bytes, sink) -> {
                    try {
                        lines.feed(bytes);
                    } catch (IOException e) {
                        sink.error(e);
                    }
                })
                .doOnComplete(lines::end);
    }

    @Override
    public void dispose() {
        call.dispose();
    }

    @Override
    public boolean isDisposed() {
        return call.isDisposed();
    }

    @Override
    public void cancel() {
        dispose();
    }

    @Override
    public boolean isCancelled() {
        return isDisposed();
    }

    @Override
    public HttpClient build() {
        return this;
    }

    // The limits are kept around the stream; the library only asks for these to fill in its own.

    @Override
    public Duration connectTimeout() {
        return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }
}
