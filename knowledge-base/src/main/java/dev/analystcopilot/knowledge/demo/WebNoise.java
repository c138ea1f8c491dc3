package dev.analystcopilot.knowledge.demo;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// What a web shop on the internet sees every day: crawlers, broken links, lone probes that find nothing.
final class WebNoise implements Story {
    private static final String ACCESS_LOG = "/var/log/apache2/shop-access.log";
    private static final List<String> PATHS = List.of(
            "/favicon-32.png",
            "/products/summer-old",
            "/apple-touch-icon.png",
            "/ads.txt",
            "/feed/",
            "/img/banner-2019.jpg",
            "/robots.txt.bak",
            "/xmlrpc.php",
            "/.env",
            "/wp-login.php");
    private static final List<String> AGENTS =
            List.of("Mozilla/5.0 (compatible; ExampleBot/2.1)", "Mozilla/5.0 (X11; Linux x86_64)", "curl/8.5.0");

    @Override
    public Part part() {
        return Part.NOISE;
    }

    @Override
    public void tell(Window window, Dice dice, Consumer<Draft> out) {
        for (int i = 0; i < 250; i++) {
            out.accept(notFound(window.anytime(dice), dice, dice.pick(Site.CRAWLERS)));
        }
        for (int i = 0; i < 8; i++) {
            burst(window.anytime(dice), dice, out);
        }
        for (int i = 0; i < 14; i++) {
            out.accept(serverError(window.working(dice, Office.BERLIN), dice));
        }
    }

    private static void burst(Instant begin, Dice dice, Consumer<Draft> out) {
        String from = dice.pick(Site.CRAWLERS);
        Instant time = begin;
        for (int i = 0; i < 6; i++) {
            time = time.plusMillis(dice.between(300, 4_000));
            out.accept(notFound(time, dice, from));
        }
        out.accept(WazuhAlert.of(
                        time.plusMillis(50),
                        Site.SHOP,
                        31_151,
                        10,
                        "Multiple web server 400 error codes from same source ip.")
                .groups("web", "accesslog", "web_scan", "recon")
                .mitre("T1595.002", "Vulnerability Scanning", "Reconnaissance")
                .line("web-accesslog", ACCESS_LOG, access(from, "GET", "/ads.txt", 404, dice))
                .data("srcip", from)
                .data("id", "404")
                .draft());
    }

    private static Draft notFound(Instant time, Dice dice, String from) {
        String path = dice.pick(PATHS);
        return WazuhAlert.of(time, Site.SHOP, 31_101, 5, "Web server 400 error code.")
                .groups("web", "accesslog", "attack")
                .line("web-accesslog", ACCESS_LOG, access(from, "GET", path, 404, dice))
                .data("protocol", "GET")
                .data("srcip", from)
                .data("id", "404")
                .data("url", path)
                .draft();
    }

    private static Draft serverError(Instant time, Dice dice) {
        String from = dice.pick(Site.CRAWLERS);
        return WazuhAlert.of(time, Site.SHOP, 31_120, 5, "Web server 500 error code (server error).")
                .groups("web", "accesslog", "system_error")
                .line("web-accesslog", ACCESS_LOG, access(from, "POST", "/cart/checkout", 502, dice))
                .data("protocol", "POST")
                .data("srcip", from)
                .data("id", "502")
                .data("url", "/cart/checkout")
                .draft();
    }

    static String access(String from, String method, String path, int status, Dice dice) {
        return "%s - - \"%s %s HTTP/1.1\" %d %d \"-\" \"%s\""
                .formatted(from, method, path, status, dice.between(180, 9_000), dice.pick(AGENTS));
    }
}
