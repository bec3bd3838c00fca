package hallmonitor.shipped;

import hallmonitor.shipped.BillOfMaterials.Part;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The licenses that parts may have: the lines of {@code licenses.txt}.
 *
 * @param ids by every name that poms write for them, in lower case
 * @param ofParts what holds for parts with a pom that names none, by their coordinates
 */
record Licenses(Map<String, String> ids, Map<String, String> ofParts) {
  static Licenses read(List<String> lines) {
    Map<String, String> ids = new HashMap<>();
    Map<String, String> ofParts = new HashMap<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> names = Arrays.stream(line.split("=")).map(String::strip).toList();
      if (line.startsWith("part ")) {
        ofParts.put(names.get(0).substring("part ".length()).strip(), names.get(1));
      } else {
        names.forEach(name -> ids.put(name.toLowerCase(), names.get(0)));
      }
    }
    return new Licenses(ids, ofParts);
  }

  /** Returns the license that a part is used under; empty if none of its own is allowed. */
  Optional<String> of(Part part) {
    Set<String> own = new TreeSet<>();
    for (String name : part.licenses()) {
      for (String alternative : name.split(" OR ")) {
        Optional.ofNullable(ids.get(alternative.replaceAll("[()]", "").strip().toLowerCase()))
            .ifPresent(own::add);
      }
    }
    return own.stream()
        .findFirst()
        .or(
            () ->
                Optional.ofNullable(ofParts.get(part.coordinates()))
                    .map(id -> ids.get(id.toLowerCase())));
  }

  /** Returns the parts that are used under each license, as a table for people. */
  String report(List<Part> parts) {
    Map<String, Set<String>> byLicense = new TreeMap<>();
    for (Part part : parts) {
      byLicense
          .computeIfAbsent(of(part).orElse("none that is allowed"), id -> new TreeSet<>())
          .add(part.toString());
    }
    return byLicense.entrySet().stream()
        .map(one -> "## " + one.getKey() + "\n\n- " + String.join("\n- ", one.getValue()) + "\n")
        .collect(Collectors.joining("\n", "# Licenses of what is shipped\n\n", ""));
  }
}
