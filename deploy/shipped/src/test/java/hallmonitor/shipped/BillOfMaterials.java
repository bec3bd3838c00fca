package hallmonitor.shipped;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The bill of materials that this build made (CycloneDX 1.6, JSON). */
record BillOfMaterials(List<Part> parts) {
  /** The product's own modules, which are no parts of other people. */
  private static final String OWN = "hallmonitor";

  /**
   * A library.
   *
   * @param licenses each as the bill has it: an id of SPDX, a name, or an address
   * @param sha256 of its file; empty for one without a file
   */
  record Part(
      String group, String name, String version, Set<String> licenses, Optional<String> sha256) {
    /** Returns the name as advisories and poms write it. */
    String coordinates() {
      return group + ":" + name;
    }

    @Override
    public String toString() {
      return coordinates() + ":" + version;
    }
  }

  private static final Path FILE = Path.of("target/bom.json");

  /** Reads it. Maven skips the goal that makes it where it is told to work offline. */
  static BillOfMaterials made() throws IOException {
    assumeTrue(
        Files.exists(FILE), "there is no " + FILE + ": run Maven without -o, which skips it");
    JsonNode bill = new ObjectMapper().readTree(FILE.toFile());
    List<Part> parts = new ArrayList<>();
    for (JsonNode component : bill.path("components")) {
      if (!component.path("group").asText().equals(OWN)) {
        parts.add(part(component));
      }
    }
    return new BillOfMaterials(parts);
  }

  private static Part part(JsonNode component) {
    Optional<String> sha256 = Optional.empty();
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        sha256 = Optional.of(hash.path("content").asText());
      }
    }
    return new Part(
        component.path("group").asText(),
        component.path("name").asText(),
        component.path("version").asText(),
        licenses(component.path("licenses")),
        sha256);
  }

  private static Set<String> licenses(JsonNode all) {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode one : all) {
      JsonNode license = one.path("license");
      found.add(
          license
              .path("id")
              .asText(
                  license
                      .path("name")
                      .asText(license.path("url").asText(one.path("expression").asText()))));
    }
    return new TreeSet<>(found);
  }
}
