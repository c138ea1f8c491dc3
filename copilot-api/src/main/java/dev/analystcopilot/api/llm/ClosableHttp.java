package dev.analystcopilot.api.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/// One answer's connection, which can be closed from outside. A server that holds the line and says nothing would
/// otherwise keep a thread and a socket for as long as it likes: the library can stop a stream only once it has begun.
final class ClosableHttp implements HttpClient, HttpClientBuilder, AutoCloseable {
    private final HttpClient client;
    private boolean closed;
    private InputStream body = InputStream.nullInputStream();

    ClosableHttp(HttpClient client) {
        this.client = client;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) throws HttpException {
        return client.execute(request);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        client.execute(
                request,
                (stream, events) -> {
                    opened(stream);
                    parser.parse(stream, events);
                },
                listener);
    }

    private synchronized void opened(InputStream stream) {
        body = stream;
        if (closed) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public HttpClient build() {
        return this;
    }

    // The limits are the shared client's; the library only asks for them to fill in its own.

    @Override
    public Duration connectTimeout() {
        return HttpClients.CONNECT;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return HttpClients.HEADERS;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }
}
