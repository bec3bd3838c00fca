package hallmonitor.settings.yaml;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a file. A missing or wrong value is recorded as a {@link FileProblem} at its place
 * and replaced by a substitute.
 */
public final class YamlMapping {
  /**
   * A place in the file.
   *
   * @param line from 1; 0 if unknown
   * @param column from 1; 0 if unknown
   */
  public record Place(int line, int column) {}

  private final YamlFile file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();

  private YamlMapping(YamlFile file, Node node) {
    this.file = file;
    this.node = node;
  }

  static YamlMapping of(YamlFile file, Node node) {
    YamlMapping mapping = new YamlMapping(file, node);
    if (node instanceof MappingNode m) {
      for (NodeTuple entry : m.getValue()) {
        String key = entry.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
        if (mapping.values.put(key, entry.getValueNode()) != null) {
          file.problem(entry.getKeyNode(), "'" + key + "' is written twice");
        }
        mapping.keys.put(key, entry.getKeyNode());
      }
    } else {
      file.problem(node, "expected a block of 'key: value' lines");
    }
    return mapping;
  }

  /** Reports every other key, so that a misspelled key is not ignored. */
  public YamlMapping allow(String... known) {
    return allow(key -> Optional.empty(), known);
  }

  /**
   * Reports every other key with its own message.
   *
   * @param refusal what to say about an unknown key, if there is more to say
   */
  public YamlMapping allow(Function<String, Optional<String>> refusal, String... known) {
    Set<String> names = new TreeSet<>(Arrays.asList(known));
    keys.forEach(
        (key, at) -> {
          if (!names.contains(key)) {
            String unknown =
                "unknown key '" + key + "'; known here are " + String.join(", ", names);
            file.problem(at, refusal.apply(key).orElse(unknown));
          }
        });
    return this;
  }

  /** Reports a problem at a key's value, or at the mapping if the key is absent. */
  public void problem(String key, String message) {
    file.problem(values.getOrDefault(key, node), message);
  }

  /** Returns the start of the mapping. */
  public Place place() {
    return place(node);
  }

  /** Returns where {@link #problem} would report a mistake of this key. */
  public Place place(String key) {
    return place(values.getOrDefault(key, node));
  }

  private static Place place(Node node) {
    return node.getStartMark()
        .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(new Place(0, 0));
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Returns the keys in file order. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Returns a required text that is not blank. */
  public String text(String key) {
    Optional<String> value = optionalText(key);
    if (value.isEmpty() && !values.containsKey(key)) {
      file.problem(node, "'" + key + "' is missing");
    } else if (value.isPresent() && value.get().isBlank()) {
      problem(key, "'" + key + "' is empty");
    }
    return value.orElse("");
  }

  public String text(String key, String otherwise) {
    return optionalText(key).orElse(otherwise);
  }

  /**
   * Returns a text that may be absent.
   *
   * @param most of its characters; more of them are a problem
   */
  public String shortText(String key, int most) {
    String text = text(key, "");
    if (text.length() > most) {
      problem(key, "'" + key + "' has at most " + most + " characters");
    }
    return text;
  }

  public Optional<String> optionalText(String key) {
    Node value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue().strip());
    }
    file.problem(value, "'" + key + "' must be one value");
    return Optional.empty();
  }

  /**
   * Parses a value. An IllegalArgumentException, DateTimeException or ArithmeticException of the
   * function is reported as a problem.
   */
  public <T> T value(String key, T otherwise, String expected, Function<String, T> parse) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return parse.apply(text.get());
    } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
      problem(key, "'" + text.get() + "' is not " + expected);
      return otherwise;
    }
  }

  public double number(String key, double otherwise, double least, double most) {
    return value(
        key,
        otherwise,
        "a number from " + least + " to " + most,
        text -> {
          double number = Double.parseDouble(text);
          if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException();
          }
          return number;
        });
  }

  /** Returns a whole number; one that is not from {@code least} to {@code most} is a problem. */
  public int wholeNumber(String key, int otherwise, int least, int most) {
    return value(
        key,
        otherwise,
        "a whole number from " + least + " to " + most,
        text -> {
          int number = Integer.parseInt(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException();
          }
          return number;
        });
  }

  public boolean flag(String key, boolean otherwise) {
    return value(
        key,
        otherwise,
        "true or false",
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException();
          }
          return Boolean.parseBoolean(text);
        });
  }

  /** Parses durations such as {@code 500ms}, {@code 2s}, {@code 15m}, {@code 24h}, {@code 7d}. */
  public Duration duration(String key, Duration otherwise) {
    return value(key, otherwise, "a time such as 500ms, 2s, 15m, 24h or 7d", YamlMapping::duration);
  }

  private static Duration duration(String text) {
    String unit = text.replaceFirst("^[0-9]+", "");
    long amount = Long.parseLong(text.substring(0, text.length() - unit.length()));
    switch (unit) {
      case "ms":
        return Duration.ofMillis(amount);
      case "s":
        return Duration.ofSeconds(amount);
      case "m":
        return Duration.ofMinutes(amount);
      case "h":
        return Duration.ofHours(amount);
      case "d":
        return Duration.ofDays(amount);
      default:
        throw new IllegalArgumentException(unit);
    }
  }

  /** Parses a constant by its name in lower case with hyphens. */
  public <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) {
    String names =
        Arrays.stream(type.getEnumConstants())
            .map(YamlMapping::nameOf)
            .collect(Collectors.joining(", "));
    return value(
        key,
        otherwise,
        "one of " + names,
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(c -> nameOf(c).equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
  }

  /**
   * Returns how a constant is written in a file: {@code ACCOUNT_ADMINISTRATOR} is {@code
   * account-administrator}.
   */
  public static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a list of texts, or a single one as a list; empty if absent. */
  public List<String> texts(String key) {
    return texts(key, text -> Optional.empty());
  }

  /**
   * Returns a list of texts after checking each.
   *
   * @param mistake what is wrong with a text; reported at the text's own place
   */
  public List<String> texts(String key, Function<String, Optional<String>> mistake) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (value instanceof ScalarNode scalar) {
      texts.add(checked(scalar, mistake));
    } else if (value instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) {
          texts.add(checked(scalar, mistake));
        } else {
          file.problem(item, "expected one value in the list '" + key + "'");
        }
      }
    } else {
      file.problem(value, "'" + key + "' must be a list");
    }
    return texts;
  }

  /** Returns a list of days; empty if absent. */
  public Set<LocalDate> dates(String key) {
    Set<LocalDate> dates = new HashSet<>();
    texts(
        key,
        text -> {
          try {
            dates.add(LocalDate.parse(text));
            return Optional.empty();
          } catch (DateTimeParseException e) {
            return Optional.of("'" + text + "' is not a date such as 2026-12-25");
          }
        });
    return dates;
  }

  private String checked(ScalarNode item, Function<String, Optional<String>> mistake) {
    String text = item.getValue().strip();
    mistake.apply(text).ifPresent(message -> file.problem(item, message));
    return text;
  }

  /** Returns a nested mapping; empty if absent. */
  public Optional<YamlMapping> mapping(String key) {
    return Optional.ofNullable(values.get(key)).map(value -> of(file, value));
  }

  /**
   * Returns a list of mappings; empty if absent. A single mapping without a dash is a mistake but
   * is read anyway, so that mistakes in it are reported too.
   */
  public <T> List<T> list(String key, Function<YamlMapping, T> reader) {
    Node value = values.get(key);
    List<T> items = new ArrayList<>();
    if (value instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        items.add(reader.apply(of(file, item)));
      }
    } else if (value != null) {
      file.problem(value, "'" + key + "' must be a list of blocks that each start with '-'");
      if (value instanceof MappingNode) {
        items.add(reader.apply(of(file, value)));
      }
    }
    return items;
  }
}
