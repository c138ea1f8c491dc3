package dev.analystcopilot.eval.llm;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A language model whose every answer a script decides: a function from the request's body to [Act]s. It can lie,
/// obey, loop, stall, send rubbish, break off or refuse connections; it remembers what it was asked and how each
/// connection ended. Streams, or answers in one piece, as the request asks.
public final class ScriptedLlm implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile Function<JsonNode, List<Act>> script;
    private volatile @Nullable Integer context;
    private DisposableServer server;

    public ScriptedLlm(Function<JsonNode, List<Act>> script) {
        this.script = requireNonNull(script, "script");
        this.server = listen(0);
    }

    /// For `copilot.llm.base-url`; stays the same while it refuses connections.
    public String baseUrl() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    /// For `copilot.llm.model`.
    public String model() {
        return "scripted";
    }

    /// Changes what is done from the next request on.
    public void play(Function<JsonNode, List<Act>> next) {
        script = requireNonNull(next, "next");
    }

    /// What `/models` says of the context's length, in tokens; nothing by default.
    public void tellsContext(int tokens) {
        context = tokens;
    }

    /// From now on nobody listens at the address.
    public void refuseConnections() {
        server.disposeNow(STOPPING);
    }

    /// Listens again, at the same address.
    public void listenAgain() {
        server = listen(server.port());
    }

    /// What was asked so far, oldest first.
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    public void forgetExchanges() {
        exchanges.clear();
    }

    /// How many answers are being made now.
    public int open() {
        return open.get();
    }

    private DisposableServer listen(int port) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .route(routes -> routes.get(
                                "/v1/models",
                                (request, response) -> response.header("Content-Type", "application/json")
                                        .sendString(Mono.just(models())))
                        .post(
                                "/v1/chat/completions",
                                (request, response) -> request.receive()
                                        .aggregate()
                                        .asString()
                                        .flatMap(body -> answer(body, response))))
                .bindNow();
    }

    private String models() {
        var root = JSON.createObjectNode().put("object", "list");
        var entry = root.putArray("data").addObject().put("id", model()).put("object", "model");
        Integer tokens = context;
        if (tokens != null) {
            entry.put("max_model_len", tokens);
        }
        return root.toString();
    }

    private Mono<Void> answer(String body, HttpServerResponse response) {
        JsonNode request = JSON.readTree(body);
        var exchange = new Exchange(request);
        exchanges.add(exchange);
        open.incrementAndGet();
        return Mono.fromCallable(() -> script.apply(request))
                .flatMap(acts -> played(acts, exchange, body.length(), response))
                .doFinally(signal -> {
                    exchange.ended();
                    open.decrementAndGet();
                });
    }

    private static Mono<Void> played(List<Act> acts, Exchange exchange, int charactersIn, HttpServerResponse response) {
        if (!acts.isEmpty() && acts.getFirst() instanceof Act.Fail fail) {
            exchange.played();
            return response.status(fail.status())
                    .header("Content-Type", "application/json")
                    .sendString(Mono.just(Chunks.error(fail.message())))
                    .then();
        }
        if (!acts.isEmpty() && acts.getFirst() instanceof Act.Silence) {
            return Mono.never();
        }
        var play = new Play(acts, charactersIn, exchange);
        if (!exchange.request().path("stream").asBoolean(false)) {
            return response.header("Content-Type", "application/json")
                    .sendString(play.whole())
                    .then();
        }
        Flux<String> data = play.stream().map(piece -> "data: " + piece + "\n\n");
        return response.sse()
                .sendString(data)
                .then()
                .onErrorResume(
                        Play.CutOff.class,
                        cut -> Mono.fromRunnable(() -> response.withConnection(connection -> connection.dispose())));
    }

    @Override
    public void close() {
        server.disposeNow(STOPPING);
    }
}
