package hallmonitor.exporter;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.pipeline.Stage;
import hallmonitor.settings.tool.Tool;
import hallmonitor.testparts.Parts;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;

/** An archive on the real tables, and the folder into which it is written. */
final class ExportedArchive {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Stage stage;
  final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Path temporary;

  ExportedArchive(Path temporary) {
    this(temporary, new Stage());
  }

  ExportedArchive(Path temporary, Stage stage) {
    this.temporary = temporary;
    this.stage = stage;
  }

  Path folder() {
    return temporary.resolve("leaving");
  }

  /** Comments, edits, answers and a case, judged by the real pipeline; pictures, and a frame. */
  ExportedArchive filled() throws Exception {
    stage.receive(
        aComment("1").saying("You damn fool"),
        aComment("2").saying("¡Adiós, \"Señora\"!\n<script>"),
        aComment("3").answering("2").saying("Go Mavericks!"));
    stage.receive(aComment("2").editedTo("r2", "Goodbye"));
    sql(
        """
        insert into comment_picture (account, comment_id, url_key, content, evidence)
        values ('practice', '1', 'a', '\\x89504e47', false), ('practice', '2', 'b', '\\x89504e47', true)
        """);
    sql(
        """
        insert into comment_picture (account, comment_id, url_key, content, evidence, video_key, second)
        values ('practice', '1', 'ct5', '\\xffd8ff', false, 'c', 5)
        """);
    sql("insert into audit (actor, act) values ('novak', 'read')");
    return this;
  }

  void sql(String text, Object... values) {
    stage.database.jdbi().useHandle(h -> h.execute(text, values));
  }

  long count(String table) {
    return stage.database.count(table);
  }

  static Map<String, String> environment() {
    return Map.of(
        "QUARKUS_DATASOURCE_USERNAME",
        "postgres",
        "QUARKUS_DATASOURCE_PASSWORD",
        Parts.shared().passwords().superuser());
  }

  List<String> arguments(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(folder().toString(), "--database", stage.database.jdbcUrl()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  int run(String... more) {
    said.reset();
    PrintStream out = new PrintStream(said, true, UTF_8);
    return Tool.run(
        new ArchiveExportCommand(environment()::get, out),
        out,
        out,
        arguments(more).toArray(String[]::new));
  }

  /** Gives the command nothing but the folder: no database, no setting. */
  int alone(String option) {
    said.reset();
    PrintStream out = new PrintStream(said, true, UTF_8);
    return Tool.run(
        new ArchiveExportCommand(name -> null, out), out, out, folder().toString(), option);
  }

  String said() {
    return said.toString(UTF_8);
  }

  BundleManifest manifest() throws IOException {
    return BundleFolder.read(folder()).orElseThrow();
  }

  /** Returns the rows of a dataset in the order of its files. */
  List<JsonNode> rows(Dataset dataset) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (BundleManifest.File file : manifest().of(dataset)) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(folder().resolve(file.name()))),
                  UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          rows.add(JSON.readTree(line));
        }
      }
    }
    return rows;
  }

  static Dataset dataset(String name) {
    return Datasets.shipped().all().stream()
        .filter(d -> d.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what the WARC files hold, by the id of each record. */
  Map<String, String> payloads() throws IOException {
    Map<String, String> payloads = new HashMap<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".warc.gz")).toList()) {
        try (WarcReader reader = new WarcReader(file)) {
          for (Optional<WarcRecord> record = reader.next();
              record.isPresent();
              record = reader.next()) {
            assertThat(record.get().version()).hasToString("WARC/1.1");
            if (record.get() instanceof WarcResource resource) {
              payloads.put(
                  resource.id().toString(),
                  new String(resource.body().stream().readAllBytes(), UTF_8));
            }
          }
        }
      }
    }
    return payloads;
  }
}
