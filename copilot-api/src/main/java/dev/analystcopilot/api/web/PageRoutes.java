package dev.analystcopilot.api.web;

import dev.analystcopilot.api.security.Route;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/// The page, from the jar that `chat-ui` builds. Files come from `static/`; every other path outside the service's own
/// is a view inside the page and gets `index.html`.
@Configuration(proxyBeanMethods = false)
class PageRoutes {
    private static final Resource INDEX = new ClassPathResource("static/index.html");

    /// Below the controllers and the resource handler, so that real routes and files win.
    @Bean
    RouterFunction<ServerResponse> page() {
        var isView =
                RequestPredicates.method(HttpMethod.GET).and(PageRoutes::isView).and(request -> INDEX.exists());
        return RouterFunctions.route(
                isView,
                request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                        .bodyValue(INDEX));
    }

    private static boolean isView(ServerRequest request) {
        String path = request.path();
        return Route.SERVICE_PREFIXES.stream().noneMatch(path::startsWith)
                && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }
}
