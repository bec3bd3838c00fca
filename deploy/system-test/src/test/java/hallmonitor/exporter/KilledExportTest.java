package hallmonitor.exporter;

import static hallmonitor.exporter.ExportedArchive.dataset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export may be stopped at any moment. */
class KilledExportTest {
  @TempDir Path temporary;

  @Test
  void anExportThatIsKilledGoesOnWhereItStopped() throws Exception {
    ExportedArchive archive = new ExportedArchive(temporary);
    archive.sql(
        """
        insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
          latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
        select 'practice', n::text, 'wordpress', 'p1', 'name:x', 'x', 'visible', 'r1', md5(n::text), now(), now(), now()
        from generate_series(1, 30000) n
        """);
    archive.sql(
        """
        insert into revision (account, comment_id, revision, kind, body, raw, observed_at, outcome, clauses, findings,
          policy_version, model_version)
        select account, comment_id, 'r1', 'created', latest_text,
          json_build_object('a', (select string_agg(md5(comment_id || i), '') from generate_series(1, 12) i))::text,
          first_seen_at, 'allow', '{}', '[]', 'p', 'm'
        from comment
        """);
    Process killed = process(archive);
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> Files.exists(archive.folder().resolve("revisions-000002.warc.gz")));
    } finally {
      killed.destroyForcibly().waitFor();
    }
    List<BundleManifest.File> before = archive.manifest().files();
    assertThat(archive.manifest().complete()).as("it was killed in the middle").isFalse();
    assertThat(archive.alone("--check")).isEqualTo(1);
    assertThat(archive.said()).contains("The export is not complete.");

    archive.sql(
        """
        insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
          latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
        values ('practice', '0', 'wordpress', 'p1', 'name:x', 'x', 'visible', 'r1', 'Late', now(), now(), now())
        """);

    assertThat(archive.run("--file-size", "1")).as("%s", archive.said).isZero();

    assertThat(archive.said())
        .contains("Going on where it stopped.")
        .contains("It was written in 2 runs, so it does not show one moment")
        .contains("comments changed in between: 30,000 were written, and 30,001 were there");
    assertThat(archive.alone("--check")).as("%s", archive.said).isZero();
    assertThat(archive.said())
        .contains("It was written in 2 runs")
        .contains("comments changed in between");
    assertThat(archive.manifest().runs()).hasSize(2);
    assertThat(archive.manifest().files()).startsWith(before.toArray(BundleManifest.File[]::new));
    assertThat(archive.rows(dataset("revisions")))
        .extracting(row -> row.get("comment_id").asText())
        .doesNotHaveDuplicates()
        .hasSize(30_000);
    assertThat(archive.payloads()).hasSize(30_000);
  }

  private Process process(ExportedArchive archive) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveExportCommand.class.getName()));
    command.addAll(archive.arguments("--file-size", "1"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("log").toFile());
    builder.environment().putAll(ExportedArchive.environment());
    return builder.start();
  }
}
