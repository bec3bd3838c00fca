package hallmonitor.settings.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes values of a file and keeps the rest as written: comments, order, layout. Each change is
 * read back to verify it. If the layout does not allow a change in place, the surrounding block is
 * rewritten, then ever larger blocks, and in the end the whole file below its leading comments.
 *
 * <p>A value is a String, a List of values or a Map from String to a value.
 */
public final class YamlText {
  private final String text;
  private final Optional<Node> root;
  private final Object tree;

  private YamlText(String text, Optional<Node> root) {
    this.text = text;
    this.root = root;
    this.tree = root.map(YamlTree::values).orElse(Map.of());
  }

  /** Returns empty if the text is not YAML, or not a block of {@code key: value} lines. */
  public static Optional<YamlText> of(String text) {
    if (text.lines().allMatch(line -> line.matches("\\s*(#.*)?"))) {
      return Optional.of(new YamlText(text, Optional.empty()));
    }
    return YamlTree.nodes(text)
        .filter(MappingNode.class::isInstance)
        .map(node -> new YamlText(text, Optional.of(node)));
  }

  public String text() {
    return text;
  }

  public WrittenValues written() {
    return WrittenValues.of(tree);
  }

  public WrittenValues written(YamlPath path) {
    return YamlTree.value(tree, path).map(WrittenValues::of).orElse(WrittenValues.NOTHING);
  }

  /** Returns the number of items of a list; 0 if there is none. */
  public int size(YamlPath list) {
    return YamlTree.value(tree, list).map(v -> v instanceof List<?> l ? l.size() : 0).orElse(0);
  }

  /** Returns whether the path is an empty mapping. */
  public boolean isEmptyMapping(YamlPath path) {
    return YamlTree.value(tree, path).filter(Map.of()::equals).isPresent();
  }

  /** Returns the path that a mistake at this place is about. */
  public Optional<YamlPath> pathAt(int line, int column) {
    return root.flatMap(node -> YamlTree.pathTo(node, YamlPath.ROOT, line, column));
  }

  /**
   * Sets keys of a mapping, and removes those without a value. Other keys, and keys with an equal
   * value, stay untouched.
   */
  public YamlText merging(YamlPath mapping, Map<String, Optional<Object>> fields) {
    if (YamlTree.value(tree, mapping).isEmpty() && !mapping.isRoot()) {
      return with(mapping, present(fields));
    }
    YamlText changed = this;
    for (Map.Entry<String, Optional<Object>> field : fields.entrySet()) {
      changed = changed.changing(mapping.then(field.getKey()), field.getValue());
    }
    return changed;
  }

  private static Map<String, Object> present(Map<String, Optional<Object>> fields) {
    Map<String, Object> present = new LinkedHashMap<>();
    fields.forEach((key, value) -> value.ifPresent(v -> present.put(key, v)));
    return present;
  }

  /** Returns a file with only these fields. */
  public static String written(Map<String, Optional<Object>> fields) {
    return String.join("\n", YamlWriter.all(present(fields)));
  }

  /** Sets a value. A new one is added after its siblings. */
  public YamlText with(YamlPath path, Object value) {
    return changing(path, Optional.of(value));
  }

  public YamlText without(YamlPath path) {
    return changing(path, Optional.empty());
  }

  private YamlText changing(YamlPath path, Optional<Object> value) {
    if (YamlTree.value(tree, path).equals(value)) {
      return this;
    }
    Object wanted = YamlTree.with(tree, path.steps(), value);
    YamlPath at = path;
    Optional<Object> written = value;
    while (!at.isRoot()) {
      Optional<YamlText> done =
          changed(at, written).flatMap(YamlText::of).filter(t -> t.tree.equals(wanted));
      if (done.isPresent()) {
        return done.get();
      }
      at = at.parent();
      written = YamlTree.value(wanted, at);
    }
    List<String> rebuilt = new ArrayList<>(text.lines().takeWhile(l -> l.startsWith("#")).toList());
    rebuilt.addAll(YamlWriter.all((Map<?, ?>) wanted));
    String all = String.join("\n", rebuilt) + "\n";
    return new YamlText(all, YamlTree.nodes(all));
  }

  private Optional<String> changed(YamlPath path, Optional<Object> value) {
    Optional<Node> parent = root.flatMap(node -> YamlTree.at(node, path.parent()));
    if (parent.isEmpty()) {
      // An empty file gets its first key.
      return root.isEmpty() && path.steps().size() == 1
          ? value.map(v -> replaced(filled(), filled(), entry(path, v, 0), ""))
          : Optional.empty();
    }
    Optional<Node> old = YamlTree.at(parent.get(), YamlPath.of(path.last()));
    if (old.isPresent() && value.isPresent()) {
      return replaced(parent.get(), old.get(), path, value.get());
    }
    if (!YamlTree.isBlock(parent.get())) {
      return Optional.empty();
    }
    return old.isPresent()
        ? removed(parent.get(), old.get(), path)
        : value.flatMap(v -> added(parent.get(), path, v));
  }

  private Optional<String> replaced(Node parent, Node old, YamlPath path, Object value) {
    boolean onItsLine =
        isOnOneLine(old) && (value instanceof String || !(old instanceof ScalarNode));
    if (onItsLine && YamlWriter.isOnOneLine(value) && isShort(old, value)) {
      return Optional.of(onItsLine(old, YamlWriter.flow(value)));
    }
    if (!YamlTree.isBlock(parent)) {
      return Optional.empty();
    }
    int from = YamlTree.line(beginning(parent, path).orElse(old));
    String before = before(from, YamlTree.column(beginning(parent, path).orElse(old)));
    return before.matches("\\s*(-\\s+)*")
        ? Optional.of(
            replaced(from, YamlTree.end(old), entry(path, value, before.length()), before))
        : Optional.empty();
  }

  private static boolean isOnOneLine(Node node) {
    boolean literal =
        node instanceof ScalarNode scalar
            && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    return !literal
        && !YamlTree.isBlock(node)
        && YamlTree.line(node) == node.getEndMark().orElseThrow().getLine();
  }

  /** A list or mapping that is too long for its line moves to its own lines. */
  private static boolean isShort(Node old, Object value) {
    int from = YamlTree.column(old);
    int length = YamlWriter.flow(value).length();
    return value instanceof String
        || from + length <= YamlWriter.WIDTH
        || from + length <= old.getEndMark().orElseThrow().getColumn();
  }

  private String onItsLine(Node old, String by) {
    int line = YamlTree.line(old);
    String there = lines().get(line);
    int from = there.offsetByCodePoints(0, YamlTree.column(old));
    int to = there.offsetByCodePoints(0, old.getEndMark().orElseThrow().getColumn());
    boolean glued = from > 0 && there.charAt(from - 1) == ':';
    List<String> changed = new ArrayList<>(lines());
    changed.set(line, there.substring(0, from) + (glued ? " " : "") + by + there.substring(to));
    return String.join("\n", changed);
  }

  private Optional<String> added(Node parent, YamlPath path, Object value) {
    int at = YamlTree.end(parent);
    while (lines().get(at - 1).isBlank()) {
      at--;
    }
    int indent = YamlTree.column(parent);
    String before = " ".repeat(indent);
    if (parent instanceof SequenceNode) {
      before += "- ";
      indent += 2;
    }
    return Optional.of(replaced(at, at, entry(path, value, indent), before));
  }

  private Optional<String> removed(Node parent, Node old, YamlPath path) {
    boolean only =
        parent instanceof MappingNode m
            ? m.getValue().size() == 1
            : ((SequenceNode) parent).getValue().size() == 1;
    int from = YamlTree.line(beginning(parent, path).orElse(old));
    int column = YamlTree.column(beginning(parent, path).orElse(old));
    String allowed = parent instanceof SequenceNode ? "\\s*-\\s+" : "\\s*";
    return only || !before(from, column).matches(allowed)
        ? Optional.empty()
        : Optional.of(replaced(from, YamlTree.end(old), List.of(), ""));
  }

  /** Returns the key of the changed value; empty for a list item. */
  private static Optional<Node> beginning(Node parent, YamlPath path) {
    return YamlTree.entry(parent, path.last()).map(NodeTuple::getKeyNode);
  }

  private static List<String> entry(YamlPath path, Object value, int indent) {
    return path.last() instanceof String key
        ? YamlWriter.entry(key, value, indent)
        : YamlWriter.item(value, indent);
  }

  private String before(int line, int column) {
    String there = lines().get(line);
    return there.substring(0, there.offsetByCodePoints(0, column));
  }

  private String replaced(int from, int until, List<String> by, String before) {
    int to = until;
    while (to > from + 1 && lines().get(to - 1).isBlank()) {
      to--; // a block scalar extends to the next line that is not blank
    }
    List<String> changed = new ArrayList<>(lines().subList(0, from));
    for (int i = 0; i < by.size(); i++) {
      changed.add(i == 0 ? before + by.get(i) : by.get(i));
    }
    changed.addAll(lines().subList(to, lines().size()));
    return String.join("\n", changed);
  }

  /** Returns the number of lines before the empty last one. */
  private int filled() {
    int lines = lines().size();
    return lines().get(lines - 1).isBlank() ? lines - 1 : lines;
  }

  private List<String> lines() {
    return Arrays.asList(text.split("\n", -1));
  }
}
