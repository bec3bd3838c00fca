package hallmonitor.settings.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one YAML text into a value and collects every mistake. */
public final class YamlFile {
  private final String name;
  private final List<FileProblem> problems = new ArrayList<>();

  private YamlFile(String name) {
    this.name = name;
  }

  /**
   * Reads a text.
   *
   * @param name name of the file in messages
   * @param reader builds the value from the top-level mapping; for a missing or wrong value it
   *     receives a harmless substitute and the mistake is recorded, so it can continue
   * @throws InvalidFileException with all mistakes if there is at least one
   */
  public static <T> T read(String name, String text, Function<YamlMapping, T> reader) {
    YamlFile file = new YamlFile(name);
    Optional<T> value = file.compose(text).map(root -> reader.apply(YamlMapping.of(file, root)));
    if (!file.problems.isEmpty()) {
      file.problems.sort(
          Comparator.comparingInt(FileProblem::line).thenComparingInt(FileProblem::column));
      throw new InvalidFileException(file.problems);
    }
    return value.orElseThrow();
  }

  /**
   * Returns the text of a file that ships in the folder of a class.
   *
   * @throws java.io.UncheckedIOException if it is not there
   */
  public static String shipped(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name + " beside " + beside.getName());
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads as much as possible of a text that may have mistakes, for someone who edits it.
   *
   * @param reader as for {@link #read}; the mistakes that it records are ignored
   * @return empty if it is not YAML, or not a block of {@code key: value} lines
   */
  public static <T> Optional<T> outline(String text, Function<YamlMapping, T> reader) {
    YamlFile file = new YamlFile("");
    return file.compose(text)
        .filter(MappingNode.class::isInstance)
        .map(root -> reader.apply(YamlMapping.of(file, root)));
  }

  private Optional<Node> compose(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setMaxAliasesForCollections(20).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(new FileProblem(name, 0, 0, "the file is empty"));
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().orElse(null);
      problems.add(
          new FileProblem(
              name,
              mark == null ? 0 : mark.getLine() + 1,
              mark == null ? 0 : mark.getColumn() + 1,
              "this is not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new FileProblem(name, 0, 0, "this is not YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }

  void problem(Node at, String message) {
    Mark mark = at.getStartMark().orElse(null);
    problems.add(
        new FileProblem(
            name,
            mark == null ? 0 : mark.getLine() + 1,
            mark == null ? 0 : mark.getColumn() + 1,
            message));
  }
}
