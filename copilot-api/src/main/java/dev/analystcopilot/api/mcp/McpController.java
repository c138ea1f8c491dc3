package dev.analystcopilot.api.mcp;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The Streamable HTTP transport without sessions: each request carries its caller's token and is answered for that
/// caller, so there is no session that somebody else could use, and none to keep.
@RestController
@RequestMapping("/mcp")
class McpController {
    private static final String VERSION = "MCP-Protocol-Version";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final McpDesks desks;
    private final Origins origins;
    private final ReactiveBridge bridge;
    private final McpJsonMapper json = McpJsonDefaults.getMapper();

    McpController(McpDesks desks, Origins origins, ReactiveBridge chatBridge) {
        this.desks = desks;
        this.origins = origins;
        this.bridge = chatBridge;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> message(
            @AuthenticationPrincipal Caller caller,
            @RequestBody String body,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin,
            @RequestHeader(name = VERSION, required = false) @Nullable String version) {
        origins.check(origin);
        if (version != null && !McpDesks.VERSIONS.contains(version)) {
            throw new ApiFailure.BadRequest("this version of the protocol is not spoken here: " + McpDesks.VERSIONS);
        }
        return bridge.call(() -> read(body))
                .flatMap(message -> answer(caller, message))
                .timeout(LIMIT);
    }

    /// No stream that the service begins: it has nothing to say unasked.
    @GetMapping
    ResponseEntity<Void> listen() {
        return onlyPost();
    }

    /// No session to end.
    @DeleteMapping
    ResponseEntity<Void> leave() {
        return onlyPost();
    }

    private Mono<ResponseEntity<String>> answer(Caller caller, JSONRPCMessage message) {
        McpStatelessServerHandler handler = desks.handler(caller);
        var context = McpTransportContext.create(Map.of(McpDesks.CALLER, caller));
        if (message instanceof JSONRPCRequest request) {
            return handler.handleRequest(context, request)
                    .map(response -> ResponseEntity.ok()
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .body(written(response)));
        }
        Mono<Void> taken = message instanceof JSONRPCNotification notification
                ? handler.handleNotification(context, notification)
                : Mono.empty();
        return taken.thenReturn(ResponseEntity.accepted().build());
    }

    private JSONRPCMessage read(String body) {
        try {
            return McpSchema.deserializeJsonRpcMessage(json, body);
        } catch (IOException | RuntimeException e) {
            throw new ApiFailure.BadRequest("the body is one JSON-RPC 2.0 message");
        }
    }

    private String written(Object response) {
        try {
            return json.writeValueAsString(response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ResponseEntity<Void> onlyPost() {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .header(HttpHeaders.ALLOW, "POST")
                .build();
    }
}
