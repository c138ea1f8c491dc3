package dev.analystcopilot.api.tool.known;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lets the model look a machine up in the inventory.
record LookupAssetTool(AssetStore assets, Desk desk) implements LlmTool {

    @Override
    public String name() {
        return "lookup_asset";
    }

    @Override
    public String description() {
        return "Looks a machine up in the inventory by name or address: owner, role, criticality, exposure, software,"
                + " open ports.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("host", "name or address, such as web-01 or 192.0.2.7", true));
    }

    @Override
    public Answer call(Map<String, String> given) {
        String asked = new Arguments(given).needed("host", "name or address of a machine");
        String host =
                asked.startsWith("host:") || asked.startsWith("ip:") ? asked.substring(asked.indexOf(':') + 1) : asked;
        if (host.isBlank()) {
            throw new IllegalArgumentException("host is missing: name or address of a machine");
        }
        Optional<Asset> found = assets.find(desk.scope(), host);
        return desk.answer(
                List.of(desk.result(
                        "asset " + host,
                        desk.inquiry().pick("Inventory: ", "资产：") + host,
                        found.map(LookupAssetTool::text).orElse("machine: " + host + "\nnot in the inventory"))),
                found.isPresent() ? "Found " + host + " in the inventory" : host + " is not in the inventory",
                found.isPresent() ? "资产清单中有 " + host : "资产清单中没有 " + host);
    }

    private static String text(Asset asset) {
        return """
                machine: %s, addresses %s
                owner: %s, role: %s, criticality: %s, exposure: %s
                software: %s
                open ports: %s""".formatted(
                        asset.host(),
                        String.join(" ", asset.addresses()),
                        asset.owner(),
                        asset.role(),
                        asset.criticality().wireName(),
                        asset.exposure().wireName(),
                        asset.software().stream().map(Asset.Software::label).collect(Collectors.joining(", ")),
                        asset.openPorts().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
