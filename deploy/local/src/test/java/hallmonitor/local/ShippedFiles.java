package hallmonitor.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is shipped in {@code deploy/} to run the services elsewhere, as data. */
final class ShippedFiles {
  /** Maven runs a module's tests in its folder. */
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private ShippedFiles() {}

  /** Returns a YAML file of one document, with its merge keys resolved. */
  static Map<String, Object> yaml(String file) {
    return map(merged(new Load(LoadSettings.builder().build()).loadFromString(text(file))));
  }

  /** Returns the documents of a text. */
  static List<Map<String, Object>> documents(String text) {
    List<Map<String, Object>> all = new ArrayList<>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(text)
        .forEach(document -> all.add(map(document)));
    return all;
  }

  static String text(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a program in the project's folder and returns what it prints. */
  static String run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes());
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed: " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns what is at the keys, one inside the other. */
  static Map<String, Object> map(Object node, String... keys) {
    @SuppressWarnings("unchecked")
    Map<String, Object> map = (Map<String, Object>) node;
    for (String key : keys) {
      map = map(map.getOrDefault(key, Map.of()));
    }
    return map;
  }

  static List<Map<String, Object>> maps(Object node) {
    return node == null ? List.of() : ((List<?>) node).stream().map(each -> map(each)).toList();
  }

  private static Object merged(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().map(ShippedFiles::merged).toList();
    }
    if (!(node instanceof Map<?, ?> given)) {
      return node;
    }
    Map<String, Object> result = new LinkedHashMap<>();
    if (given.get("<<") != null) {
      result.putAll(map(merged(given.get("<<"))));
    }
    given.forEach(
        (key, value) -> {
          if (!"<<".equals(key)) {
            result.put(String.valueOf(key), value == null ? "" : merged(value));
          }
        });
    return result;
  }
}
