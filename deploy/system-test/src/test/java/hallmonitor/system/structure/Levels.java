package hallmonitor.system.structure;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists of packages from the ground up, each under the package that they share. A package may know
 * those below it, and none on its own level or above.
 */
final class Levels {
  private final Map<String, Map<String, Integer>> levels = new LinkedHashMap<>();

  /**
   * Reads {@code levels.txt}.
   *
   * @param text a shared package at the beginning of a line, then one indented line for each level,
   *     with names of packages below the shared one, or a dot for the shared one itself
   */
  static Levels read(String text) {
    Levels read = new Levels();
    Map<String, Integer> current = Map.of();
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      if (!line.startsWith(" ")) {
        current = new LinkedHashMap<>();
        read.levels.put(line.strip(), current);
        continue;
      }
      int level = current.size();
      for (String name : line.strip().split(" ")) {
        current.put(name, level);
      }
    }
    return read;
  }

  /** One sentence for each dependency that points up or sideways, and for each unlisted package. */
  List<String> violations(JavaClasses classes) {
    List<String> found = new ArrayList<>();
    for (JavaClass one : classes) {
      Optional<String> shared = shared(one);
      if (shared.isEmpty() || place(one, shared.get()).isEmpty()) {
        found.add(one.getPackageName() + " stands in no list of levels.txt");
        continue;
      }
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        JavaClass other = dependency.getTargetClass();
        if (shared(other).equals(shared) && !mayKnow(one, other, shared.get())) {
          found.add(dependency.getDescription());
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private boolean mayKnow(JavaClass one, JavaClass other, String shared) {
    String from = place(one, shared).orElseThrow();
    Optional<String> to = place(other, shared);
    Map<String, Integer> order = levels.get(shared);
    return to.isPresent() && (to.get().equals(from) || order.get(to.get()) < order.get(from));
  }

  private Optional<String> shared(JavaClass one) {
    return levels.keySet().stream()
        .filter(name -> (one.getPackageName() + ".").startsWith(name + "."))
        .findFirst();
  }

  /** The listed package that is nearest to the class's own. */
  private Optional<String> place(JavaClass one, String shared) {
    String rest = one.getPackageName().substring(shared.length());
    if (rest.isEmpty()) {
      return levels.get(shared).containsKey(".") ? Optional.of(".") : Optional.empty();
    }
    String name = rest.substring(1);
    while (!levels.get(shared).containsKey(name)) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      name = name.substring(0, dot);
    }
    return Optional.of(name);
  }
}
