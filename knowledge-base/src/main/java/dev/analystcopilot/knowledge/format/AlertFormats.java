package dev.analystcopilot.knowledge.format;

import dev.analystcopilot.knowledge.format.dialect.AitAdsFormat;
import dev.analystcopilot.knowledge.format.dialect.AlertFormat;
import dev.analystcopilot.knowledge.format.dialect.cef.CefFormat;
import dev.analystcopilot.knowledge.format.dialect.ecs.EcsFormat;
import dev.analystcopilot.knowledge.format.dialect.eve.EveFormat;
import dev.analystcopilot.knowledge.format.dialect.mapping.MappedCsvFormat;
import dev.analystcopilot.knowledge.format.dialect.mapping.MappedFormat;
import dev.analystcopilot.knowledge.format.dialect.mapping.Mapping;
import dev.analystcopilot.knowledge.format.dialect.mapping.MappingException;
import dev.analystcopilot.knowledge.format.dialect.ocsf.OcsfFormat;
import dev.analystcopilot.knowledge.format.dialect.sentinel.SentinelFormat;
import dev.analystcopilot.knowledge.format.dialect.skyeye.SkyeyeFormat;
import dev.analystcopilot.knowledge.format.dialect.wazuh.WazuhFormat;
import dev.analystcopilot.knowledge.format.input.Layers;
import dev.analystcopilot.knowledge.format.split.ByteWindow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The alert formats there are. A new one is its class and one line in the list here.
public final class AlertFormats {
    /// The name that stands for finding out.
    public static final String AUTO = "auto";

    /// In the order in which they are asked whether an input looks like theirs.
    private static final List<AlertFormat> KNOWN = List.of(
            new AitAdsFormat(),
            new EcsFormat(),
            new WazuhFormat(),
            new SentinelFormat(),
            new EveFormat(),
            new SkyeyeFormat(),
            new OcsfFormat(),
            new CefFormat());

    private AlertFormats() {}

    /// Every name that [AlertReader#open] takes, `auto` first.
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(AUTO);
        KNOWN.forEach(format -> names.add(format.name()));
        names.add(MappedFormat.NAME);
        names.add(MappedCsvFormat.NAME);
        return names;
    }

    /// The format of a file, told from its beginning (of a zip, from its first entry that tells one).
    ///
    /// @throws AlertInputException if the file cannot be read
    public static Optional<String> detect(Path file) {
        List<String> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            Layers.visit(file.toString(), in, (name, plain) -> {
                if (found.isEmpty()) {
                    byte[] head = new ByteWindow(plain, InputReading.HEAD).peek(InputReading.HEAD);
                    detect(head).map(AlertFormat::name).ifPresent(found::add);
                }
            });
        } catch (IOException e) {
            if (found.isEmpty()) {
                throw Problems.of(file.toString(), 0, e);
            }
        }
        return found.stream().findFirst();
    }

    static Optional<AlertFormat> detect(byte[] head) {
        return Detection.of(head).among(KNOWN);
    }

    /// The format of a name; empty for `auto`.
    ///
    /// @throws AlertInputException if there is none, or its mapping file is missing or wrong
    static Optional<AlertFormat> named(String name, ReadOptions options) {
        if (name.equals(AUTO)) {
            return Optional.empty();
        }
        if (name.equals(MappedFormat.NAME) || name.equals(MappedCsvFormat.NAME)) {
            if (options.mapping() == null) {
                throw Problems.mappingMissing(name);
            }
            Mapping mapping = mapping(options.mapping());
            return Optional.of(
                    name.equals(MappedFormat.NAME) ? new MappedFormat(mapping) : new MappedCsvFormat(mapping));
        }
        return Optional.of(KNOWN.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.unknownFormat(name, names())));
    }

    private static Mapping mapping(Path file) {
        try {
            return Mapping.parse(Files.readString(file));
        } catch (MappingException e) {
            throw Problems.badMapping(file.toString(), String.valueOf(e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw Problems.badMapping(file.toString(), "it does not exist", e);
        } catch (MalformedInputException e) {
            throw Problems.badMapping(file.toString(), "it is not UTF-8 text", e);
        } catch (IOException e) {
            throw Problems.badMapping(file.toString(), "it cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
