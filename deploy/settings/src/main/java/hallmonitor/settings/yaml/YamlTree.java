package hallmonitor.settings.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A text as nodes with their places, and as plain values: String, List and Map. */
final class YamlTree {
  private YamlTree() {}

  /**
   * Parses a text.
   *
   * @return empty if it is not YAML, has no value, or contains itself
   */
  static Optional<Node> nodes(String text) {
    try {
      LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(20).build();
      return new Compose(settings).composeString(text).filter(node -> ends(node, List.of()));
    } catch (YamlEngineException e) {
      return Optional.empty();
    }
  }

  /** Follows aliases: the same node again, not an equal one, is a circle. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean ends(Node node, List<Node> around) {
    if (around.stream().anyMatch(outer -> outer == node)) {
      return false;
    }
    List<Node> path = new ArrayList<>(around);
    path.add(node);
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .allMatch(entry -> ends(entry.getKeyNode(), path) && ends(entry.getValueNode(), path));
    }
    return !(node instanceof SequenceNode sequence)
        || sequence.getValue().stream().allMatch(inner -> ends(inner, path));
  }

  static Object values(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (NodeTuple entry : mapping.getValue()) {
        map.put(key(entry), values(entry.getValueNode()));
      }
      return map;
    }
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(YamlTree::values).toList()
        : ((ScalarNode) node).getValue().strip();
  }

  private static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }

  static Optional<NodeTuple> entry(Node node, Object key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream().filter(entry -> key(entry).equals(key)).findFirst()
        : Optional.empty();
  }

  private static Optional<Node> child(Node node, Object step) {
    if (step instanceof Integer index) {
      return node instanceof SequenceNode sequence && index < sequence.getValue().size()
          ? Optional.of(sequence.getValue().get(index))
          : Optional.empty();
    }
    return entry(node, step).map(NodeTuple::getValueNode);
  }

  static Optional<Node> at(Node root, YamlPath path) {
    Optional<Node> found = Optional.of(root);
    for (Object step : path.steps()) {
      found = found.flatMap(node -> child(node, step));
    }
    return found;
  }

  /** Returns the innermost value that starts there, or that has its key there. */
  static Optional<YamlPath> pathTo(Node node, YamlPath path, int line, int column) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        YamlPath here = path.then(key(entry));
        Optional<YamlPath> found = pathTo(entry.getValueNode(), here, line, column);
        // A mapping starts where its first key starts.
        boolean first = entry == mapping.getValue().get(0);
        if (found.isPresent() || (!first && isAt(entry.getKeyNode(), line, column))) {
          return found.or(() -> Optional.of(here));
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        Optional<YamlPath> found = pathTo(sequence.getValue().get(i), path.then(i), line, column);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return isAt(node, line, column) ? Optional.of(path) : Optional.empty();
  }

  private static boolean isAt(Node node, int line, int column) {
    return line(node) + 1 == line && column(node) + 1 == column;
  }

  /** Returns the line, from 0. */
  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine()).orElse(-1);
  }

  /** Returns the column, from 0, in code points. */
  static int column(Node node) {
    return node.getStartMark().map(mark -> mark.getColumn()).orElse(-1);
  }

  /** Returns the line after the last one with content of the node; from 0. */
  static int end(Node node) {
    if (node instanceof MappingNode mapping && isBlock(node)) {
      List<NodeTuple> entries = mapping.getValue();
      return end(entries.get(entries.size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode sequence && isBlock(node)) {
      return end(sequence.getValue().get(sequence.getValue().size() - 1));
    }
    return node.getEndMark()
        .map(mark -> mark.getColumn() == 0 ? mark.getLine() : mark.getLine() + 1)
        .orElse(-1);
  }

  /** Returns whether the node is in block style, not in brackets; such a node is never empty. */
  static boolean isBlock(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty();
  }

  /** Returns a copy with another value at a path. Missing parents are created. */
  static Object with(Object tree, List<Object> path, Optional<Object> value) {
    if (path.isEmpty()) {
      return value.orElseThrow();
    }
    Object step = path.get(0);
    List<Object> rest = path.subList(1, path.size());
    if (step instanceof Integer index) {
      List<Object> list = new ArrayList<>(tree instanceof List<?> old ? old : List.of());
      boolean there = index < list.size();
      if (rest.isEmpty() && value.isEmpty()) {
        if (there) {
          list.remove((int) index);
        }
        return List.copyOf(list);
      }
      Object changed = with(there ? list.get(index) : Map.of(), rest, value);
      if (there) {
        list.set(index, changed);
      } else {
        list.add(changed);
      }
      return List.copyOf(list);
    }
    Map<Object, Object> map = new LinkedHashMap<>(tree instanceof Map<?, ?> old ? old : Map.of());
    if (rest.isEmpty() && value.isEmpty()) {
      map.remove(step);
    } else {
      map.put(step, with(map.getOrDefault(step, Map.of()), rest, value));
    }
    return map;
  }

  static Optional<Object> value(Object tree, YamlPath path) {
    Object found = tree;
    for (Object step : path.steps()) {
      if (step instanceof Integer index) {
        found = found instanceof List<?> list && index < list.size() ? list.get(index) : null;
      } else {
        found = found instanceof Map<?, ?> map ? map.get(step) : null;
      }
    }
    return Optional.ofNullable(found);
  }
}
