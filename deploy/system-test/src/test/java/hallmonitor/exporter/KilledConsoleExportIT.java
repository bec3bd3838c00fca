package hallmonitor.exporter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.local.PortName;
import hallmonitor.local.ServiceName;
import hallmonitor.settings.tool.Tool;
import hallmonitor.system.ConsoleClient;
import hallmonitor.system.ScratchStack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The moderation service is killed while it writes an export that someone asked for. */
class KilledConsoleExportIT {
  private static final int COMMENTS = 40_000;
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String EXPORTS = "/search/exports";

  private static final List<String> ARCHIVED =
      List.of(
          """
          insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
            latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
          select 'practice', n::text, 'wordpress', 'p1', 'name:x', 'Dana Reyes', 'visible', 'r1', 'The bus was late ' || n,
            now(), now(), now()
          from generate_series(1, %d) n
          """
              .formatted(COMMENTS),
          """
          insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at, outcome, clauses,
            findings, policy_version, model_version)
          select account, comment_id, 'r1', 'created', latest_text,
            json_build_object('a', (select string_agg(md5(comment_id || i), '') from generate_series(1, 12) i))::text,
            first_seen_at, now() - comment_id::int * interval '1 millisecond', 'allow', '{}', '[]', 'p', 'm'
          from comment where latest_text like 'The bus was late %'
          """);

  @TempDir Path temporary;

  @Test
  void anExportThatIsKilledGoesOnAfterTheRestartAndItsBundleVerifies() throws Exception {
    try (ScratchStack stack = ScratchStack.start()) {
      Jdbi database = Jdbi.create(stack.stack().database().dataSource(DatabaseRole.MODERATION));
      ARCHIVED.forEach(sql -> database.useHandle(h -> h.execute(sql)));
      await("the search has them").atMost(LIMIT).until(() -> count(stack, "search_due") == 0);
      String console = stack.address(PortName.CONSOLE);
      ConsoleClient officer = ConsoleClient.signedIn(console, database, "vega", "records-officer");
      UUID export = ask(officer);

      await("it is in the middle")
          .atMost(LIMIT)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> count(stack, "archive_export where manifest like '%revisions-000001%'") > 0);
      stack.stack().service(ServiceName.MODERATION).kill();
      BundleManifest before = manifest(stack);
      assertThat(before.complete()).as("it was killed in the middle").isFalse();
      assertThat(count(stack, "archive_export where state = 'writing'")).isEqualTo(1);
      // A step that ended the program is tried again after a minute; this test has no time.
      database.useHandle(h -> h.execute("update archive_export set next_at = clock_timestamp()"));

      await("it is complete")
          .atMost(LIMIT)
          .until(() -> count(stack, "archive_export where state = 'ready'") == 1);
      stack.stack().service(ServiceName.MODERATION).awaitReady();
      Path folder = unpacked(officer.download(EXPORTS + "/" + export + "/file"));
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      assertThat(check(folder, said)).as("%s", said).isZero();
      BundleManifest manifest = BundleFolder.read(folder).orElseThrow();
      assertThat(manifest.runs()).as("before the kill, and after it").hasSizeGreaterThan(1);
      assertThat(manifest.files())
          .as("what was written is not written again")
          .startsWith(before.files().toArray(BundleManifest.File[]::new));
      assertThat(manifest.records(ExportedArchive.dataset("comments"))).isEqualTo(COMMENTS);
      assertThat(manifest.records(ExportedArchive.dataset("revisions"))).isEqualTo(COMMENTS);
    }
  }

  private static UUID ask(ConsoleClient officer) throws IOException, InterruptedException {
    UUID form = UUID.randomUUID();
    String query = EXPORTS + "?q=bus";
    HttpResponse<String> answer =
        officer.post(
            query,
            ConsoleClient.token(officer.get(query).body()),
            Map.of("form", form.toString(), "purpose", "attorney", "words", "Case 12"));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
    return form;
  }

  private static long count(ScratchStack stack, String from) {
    return stack.archive().count("select count(*) from " + from);
  }

  private static BundleManifest manifest(ScratchStack stack) throws IOException {
    String json = stack.archive().texts("select manifest from archive_export").get(0);
    return Bundle.read(json.getBytes(UTF_8));
  }

  private Path unpacked(HttpResponse<byte[]> file) throws IOException {
    assertThat(file.statusCode()).isEqualTo(200);
    Path folder = temporary.resolve("export");
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path to = folder.resolve(entry.getName());
        Files.createDirectories(to.getParent());
        Files.write(to, zip.readAllBytes());
      }
    }
    return folder;
  }

  private static int check(Path folder, ByteArrayOutputStream said) {
    PrintStream out = new PrintStream(said, true, UTF_8);
    return Tool.run(
        new ArchiveExportCommand(name -> null, out), out, out, folder.toString(), "--check");
  }
}
