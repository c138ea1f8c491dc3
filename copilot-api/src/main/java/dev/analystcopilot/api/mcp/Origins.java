package dev.analystcopilot.api.mcp;

import dev.analystcopilot.api.failure.ApiFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which pages may speak MCP with the service. A browser names the page in `Origin`; programs name none. A page on a
/// name that was bent to this machine (DNS rebinding) still names itself.
public final class Origins {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> allowed;

    /// @param allowed beyond pages of this machine, such as `https://soc.example.com`
    public Origins(List<String> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /// @throws ApiFailure.Forbidden for a page that is not allowed
    void check(@Nullable String origin) {
        if (origin == null || allowed.contains(origin)) {
            return;
        }
        if (!THIS_MACHINE.contains(host(origin))) {
            throw new ApiFailure.Forbidden("pages of this origin may not call: see copilot.mcp.allowed-origins");
        }
    }

    private static String host(String origin) {
        try {
            String host = new URI(origin).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
