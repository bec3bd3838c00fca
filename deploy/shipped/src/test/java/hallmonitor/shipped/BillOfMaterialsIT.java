package hallmonitor.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.shipped.BillOfMaterials.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill against the files that lie in the folders that a district runs. */
class BillOfMaterialsIT {
  private static final Path ROOT = Path.of("../..");

  /** Where the build puts the libraries of each program. */
  private static final List<String> PROGRAMS =
      List.of(
          "ingest-service/target/quarkus-app/lib",
          "moderation-service/app/target/quarkus-app/lib",
          "notifier-service/target/quarkus-app/lib",
          "deploy/local/target/lib",
          "deploy/importer/target/lib",
          "deploy/exporter/target/lib",
          "moderation-service/training/target/lib");

  /** Quarkus takes classes out of these that it replaces, so they are known by name and version. */
  private static final Set<String> REWRITTEN =
      Set.of("io.opentelemetry:opentelemetry-exporter-otlp");

  @Test
  void everyLibraryThatAProgramShipsIsInTheBillByItsHash() throws Exception {
    List<Part> parts = BillOfMaterials.made().parts();
    Set<String> known =
        parts.stream().map(Part::sha256).flatMap(Optional::stream).collect(Collectors.toSet());
    Set<String> rewritten =
        parts.stream()
            .filter(part -> REWRITTEN.contains(part.coordinates()))
            .map(part -> part.group() + "." + part.name() + "-" + part.version() + ".jar")
            .collect(Collectors.toSet());
    List<String> unknown = new ArrayList<>();
    for (Path jar : jars()) {
      if (!known.contains(sha256(jar)) && !rewritten.contains(jar.getFileName().toString())) {
        unknown.add(ROOT.relativize(jar).toString());
      }
    }
    assertThat(unknown)
        .as("files that the bill does not know (is it old, because Maven ran with -o?)")
        .isEmpty();
  }

  private static List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String program : PROGRAMS) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(program))) {
        List<Path> found =
            files.filter(file -> file.toString().endsWith(".jar")).filter(f -> !isOwn(f)).toList();
        assertThat(found).as(program).isNotEmpty();
        jars.addAll(found);
      }
    }
    return jars;
  }

  /** Quarkus writes the group before the name; the other programs do not. */
  private static boolean isOwn(Path jar) {
    String name = jar.getFileName().toString();
    return name.startsWith("hallmonitor.") || name.endsWith("-1.0.0-SNAPSHOT.jar");
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
