package dev.analystcopilot.api.llm;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/// A server that speaks OpenAI's streaming protocol and misbehaves on request. Each request takes the next act of the
/// script; the last act is repeated.
public final class FakeLlmServer implements AutoCloseable {

    /// What the server does with one request.
    public sealed interface Act {
        /// Streams these pieces and ends as it should.
        record Says(List<String> pieces, Duration pause) implements Act {}

        /// Asks for a tool.
        record Calls(String tool, String arguments) implements Act {}

        /// Answers with a status and an error body.
        record Fails(int status, String message) implements Act {
            public Fails(int status) {
                this(status, "as asked");
            }
        }

        /// Takes the request and never answers.
        record Silent() implements Act {}

        /// Sends headers, then nothing.
        record SilentAfterHeaders() implements Act {}

        /// Says some pieces, then something that is no JSON.
        record Garbles(List<String> pieces) implements Act {}

        /// Says some pieces, then closes the connection.
        record Cuts(List<String> pieces) implements Act {}

        /// Says some pieces, then holds the line.
        record Stalls(List<String> pieces) implements Act {}
    }

    private final LinkedBlockingDeque<Act> script = new LinkedBlockingDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final DisposableServer server;

    public FakeLlmServer() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post(
                        "/v1/chat/completions",
                        (request, response) -> request.receive()
                                .aggregate()
                                .asString()
                                .flatMap(body -> {
                                    requests.add(body);
                                    open.incrementAndGet();
                                    return Mono.from(act(response)).doFinally(signal -> open.decrementAndGet());
                                })))
                .bindNow();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    public void play(Act... acts) {
        script.clear();
        script.addAll(List.of(acts));
    }

    /// The bodies received, oldest first.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// How many requests are being answered now.
    public int open() {
        return open.get();
    }

    public static Act.Says says(String... pieces) {
        return new Act.Says(List.of(pieces), Duration.ofMillis(5));
    }

    private Act next() {
        return script.size() > 1 ? script.pollFirst() : script.peekFirst();
    }

    private Mono<Void> act(HttpServerResponse response) {
        return switch (next()) {
            case Act.Says says ->
                stream(
                        response,
                        Flux.fromIterable(says.pieces())
                                .map(FakeLlmServer::text)
                                .concatWithValues(finish("stop"), "[DONE]")
                                .delayElements(says.pause()));
            case Act.Calls calls ->
                stream(response, Flux.just(call(calls.tool(), calls.arguments()), finish("tool_calls"), "[DONE]"));
            case Act.Fails fails ->
                response.status(fails.status())
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just(
                                "{\"error\":{\"message\":" + quoted(fails.message()) + ",\"type\":\"test\"}}"))
                        .then();
            case Act.Silent ignored -> Mono.never();
            case Act.SilentAfterHeaders ignored -> stream(response, Flux.never());
            case Act.Garbles garbles ->
                stream(
                        response,
                        Flux.fromIterable(garbles.pieces())
                                .map(FakeLlmServer::text)
                                .concatWithValues("{\"choices\":[{\"delta\":{\"content\":", "]]]"));
            case Act.Cuts cuts ->
                stream(response, Flux.fromIterable(cuts.pieces()).map(FakeLlmServer::text))
                        .then(Mono.fromRunnable(() -> response.withConnection(connection -> connection.dispose())));
            case Act.Stalls stalls ->
                stream(
                        response,
                        Flux.fromIterable(stalls.pieces())
                                .map(FakeLlmServer::text)
                                .concatWith(Flux.never()));
        };
    }

    private static Mono<Void> stream(HttpServerResponse response, Flux<String> data) {
        return response.sse()
                .sendString(data.map(piece -> "data: " + piece + "\n\n"))
                .then();
    }

    private static String text(String piece) {
        return chunk("{\"content\":" + quoted(piece) + "}", "null");
    }

    private static String call(String tool, String arguments) {
        return chunk(
                "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":"
                        + quoted(tool) + ",\"arguments\":" + quoted(arguments) + "}}]}",
                "null");
    }

    private static String finish(String reason) {
        return chunk("{}", quoted(reason));
    }

    private static String chunk(String delta, String finishReason) {
        return "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"fake\",\"choices\":[{\"index\":0,\"delta\":"
                + delta + ",\"finish_reason\":" + finishReason + "}]}";
    }

    private static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(2));
    }
}
