package dev.analystcopilot.knowledge.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Three days of alerts of an invented company with offices in Berlin and Shanghai: everyday noise, a vulnerability
/// scan
/// that was authorised, and two intrusions of several steps. Nothing in the files says which alert is which.
public final class DemoBacklog {
    /// The seed of the backlog that the product shows on its first start.
    public static final long DEFAULT_SEED = 20_260_721;

    private static final List<Story> STORIES = List.of(
            new LoginNoise(),
            new HostNoise(),
            new WebNoise(),
            new NetworkNoise(),
            new MailNoise(),
            new EndpointNoise(),
            new ShanghaiNoise(),
            new AuthorisedScan(),
            new IntrusionWeb(),
            new IntrusionMail());

    private DemoBacklog() {}

    /// The files of one backlog.
    ///
    /// @param ocsf NDJSON of OCSF Detection Findings
    /// @param wazuh NDJSON of Wazuh alerts in native form
    /// @param alerts how many alerts both files hold together
    public record Written(Path ocsf, Path wazuh, int alerts) {
        public Written {
            requireNonNull(ocsf, "ocsf");
            requireNonNull(wazuh, "wazuh");
        }
    }

    /// Writes `demo-ocsf.ndjson` and `demo-wazuh.ndjson`, each in time order, over what is there.
    ///
    /// @param dir made if it does not exist
    /// @param end the moment the three days end; no alert is later
    /// @param seed the same end and seed write the same bytes
    public static Written writeTo(Path dir, Instant end, long seed) throws IOException {
        List<DemoAlert> alerts = compose(end, seed);
        Files.createDirectories(dir);
        Path ocsf = dir.resolve("demo-ocsf.ndjson");
        Path wazuh = dir.resolve("demo-wazuh.ndjson");
        NdjsonWriter.write(ocsf, Form.OCSF, alerts);
        NdjsonWriter.write(wazuh, Form.WAZUH, alerts);
        return new Written(ocsf, wazuh, alerts.size());
    }

    static List<DemoAlert> compose(Instant end, long seed) {
        var window = new Window(end);
        var told = new ArrayList<Told>();
        for (int i = 0; i < STORIES.size(); i++) {
            Story story = STORIES.get(i);
            story.tell(window, new Dice(seed * 31 + i), draft -> told.add(new Told(story.part(), draft)));
        }
        told.removeIf(one -> outside(window, one.draft().time()));
        told.sort(Comparator.comparing(one -> one.draft().time()));
        return stamped(told, new Dice(seed));
    }

    private static boolean outside(Window window, Instant time) {
        return time.isBefore(window.start()) || !time.isBefore(window.end());
    }

    /// Gives every alert an id as its product makes them: a UUID, or Wazuh's second and byte offset.
    private static List<DemoAlert> stamped(List<Told> told, Dice dice) {
        var alerts = new ArrayList<DemoAlert>(told.size());
        long offset = dice.between(100_000, 900_000);
        for (Told one : told) {
            ObjectNode body = one.draft().body();
            String id = switch (one.draft().form()) {
                case OCSF -> dice.uuid().toString();
                case WAZUH -> one.draft().time().getEpochSecond() + "." + (offset += dice.between(400, 1_800));
            };
            switch (one.draft().form()) {
                case OCSF -> {
                    body.withObject("/finding_info").put("uid", id);
                    body.withObject("/metadata").put("uid", id);
                }
                case WAZUH -> body.put("id", id);
            }
            alerts.add(new DemoAlert(one.part(), id, one.draft()));
        }
        return List.copyOf(alerts);
    }

    private record Told(Part part, Draft draft) {}
}
