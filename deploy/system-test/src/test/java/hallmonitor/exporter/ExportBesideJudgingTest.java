package hallmonitor.exporter;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.pipeline.SeenComment;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** Comments are judged, changed and disposed of while an export reads, and it does not see them. */
class ExportBesideJudgingTest {
  @TempDir Path temporary;

  @Test
  void aRunSeesOneMomentAndHoldsUpNothing() throws Exception {
    ExportedArchive archive = new ExportedArchive(temporary).filled();
    java.util.Properties properties = new java.util.Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty(
        "password", ExportedArchive.environment().get("QUARKUS_DATASOURCE_PASSWORD"));
    List<String> read = new ArrayList<>();
    try (Connection connection =
            new Driver().connect(archive.stage.database.jdbcUrl(), properties);
        Snapshot snapshot = new Snapshot(connection, ArchivePart.ALL)) {
      snapshot.read(
          ExportedArchive.dataset("comments"),
          List.of(),
          row -> {
            if (read.isEmpty()) {
              receive(archive, aComment("4").saying("You damn fool"));
              receive(archive, aComment("3").editedTo("r2", "Changed"));
              archive.sql("delete from comment_picture");
            }
            read.add(row.json());
          });
      assertThat(read).hasSize(3).noneMatch(json -> json.contains("Changed"));
      assertThat(snapshot.count(ExportedArchive.dataset("comment-pictures"))).isEqualTo(3);
    }
    assertThat(archive.count("comment")).isEqualTo(4);
  }

  private static void receive(ExportedArchive archive, SeenComment comment) {
    try {
      archive.stage.receive(comment);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
