package hallmonitor.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.shipped.BillOfMaterials.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Advisories in the format of OSV (https://ossf.github.io/osv-schema/), a list of them. */
record Advisories(JsonNode all) {
  static Advisories read(Path file) throws IOException {
    return new Advisories(new ObjectMapper().readTree(file.toFile()));
  }

  /** Returns a line for each advisory that says that this version of the part is affected. */
  List<String> touching(Part part) {
    List<String> found = new ArrayList<>();
    for (JsonNode advisory : all) {
      for (JsonNode affected : advisory.path("affected")) {
        JsonNode named = affected.path("package");
        if (named.path("ecosystem").asText().equals("Maven")
            && named.path("name").asText().equals(part.coordinates())
            && isAffected(affected, part.version())) {
          found.add(
              "%s: %s, %s"
                  .formatted(
                      part, advisory.path("id").asText(), advisory.path("summary").asText()));
        }
      }
    }
    return found;
  }

  private static boolean isAffected(JsonNode affected, String version) {
    for (JsonNode one : affected.path("versions")) {
      if (one.asText().equals(version)) {
        return true;
      }
    }
    for (JsonNode range : affected.path("ranges")) {
      if (holds(range.path("events"), new ComparableVersion(version))) {
        return true;
      }
    }
    return false;
  }

  /** Follows the events up to a version, in the order of the list, which is that of versions. */
  private static boolean holds(JsonNode events, ComparableVersion version) {
    boolean inside = false;
    for (JsonNode event : events) {
      if (event.has("introduced") && !before(version, event.path("introduced").asText())) {
        inside = true;
      } else if (event.has("fixed") && !before(version, event.path("fixed").asText())) {
        inside = false;
      } else if (event.has("last_affected")
          && new ComparableVersion(event.path("last_affected").asText()).compareTo(version) < 0) {
        inside = false;
      }
    }
    return inside;
  }

  private static boolean before(ComparableVersion version, String other) {
    return version.compareTo(new ComparableVersion(other)) < 0;
  }
}
