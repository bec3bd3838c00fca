package hallmonitor.exporter;

import hallmonitor.exporter.Dataset.Belongs;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * All datasets, in the order of writing.
 *
 * @param leftOut tables of the schema that are not written
 */
record Datasets(List<Dataset> all, List<String> leftOut) {
  private static final String NAME = "datasets.yaml";

  /** Returns what this version writes. */
  static Datasets shipped() {
    try (InputStream in = Datasets.class.getResourceAsStream(NAME)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return YamlFile.read(NAME, text, Datasets::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Datasets read(YamlMapping root) {
    root.allow("datasets", "left-out");
    return new Datasets(
        root.list("datasets", Datasets::dataset),
        root.list("left-out", Datasets::leftOut).stream().flatMap(List::stream).toList());
  }

  private static Dataset dataset(YamlMapping m) {
    m.allow("name", "table", "of", "without", "native", "file", "hidden", "hidden-where", "says");
    String name = m.text("name");
    return new Dataset(
        name,
        m.text("table", name),
        m.oneOf("of", Belongs.class, Belongs.DISTRICT),
        m.texts("without"),
        m.optionalText("native"),
        m.optionalText("file"),
        m.texts("hidden"),
        m.optionalText("hidden-where"),
        m.text("says"));
  }

  private static List<String> leftOut(YamlMapping m) {
    m.allow("why", "tables");
    m.text("why");
    return m.texts("tables");
  }
}
