package hallmonitor.moderation.console.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.request.RequestsAtWork;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import hallmonitor.moderation.store.export.ArchiveExports;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a search found leaves the console in open formats, for the person who asked for it. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class ArchiveExportTest extends RequestsAtWork {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXPORTS = "/search/exports";
  private static final long ONE_ROW = 1;
  private static final long WHOLE = 1 << 20;

  @Inject SearchIndexJob index;
  @Inject ArchiveExportJob job;
  @Inject ArchiveExports exports;

  @BeforeEach
  void commentsAboutTheBus() throws SQLException {
    EmptyTables.empty(database, "archive_export");
    for (int i = 0; i < 3; i++) {
      deciding.allowed("7" + i, "Dana Reyes", "The bus was late " + i, Duration.ofMinutes(9 + i));
    }
    deciding.allowed("79", "Sam Ito", "Lunch was cold", Duration.ofMinutes(3));
    seed.aCase("80").by("Kai Lund").saying("You damn bus driver").in(StaffSeed.OTHER).there();
    index.catchUp();
  }

  private ConsoleResponse ask(ConsoleBrowser browser, String query, String... more) {
    Map<String, String> fields = new HashMap<>(Map.of("purpose", "attorney", "words", "Case 12"));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return browser.post(EXPORTS + "?" + query, fields);
  }

  private void run() {
    while (job.step(WHOLE, () -> false)) {
      // Until no export waits.
    }
  }

  private String id() {
    return one("select export_id::text from archive_export order by asked_at desc limit 1");
  }

  private String state() {
    return one("select state from archive_export order by asked_at desc limit 1");
  }

  private ConsoleResponse download(ConsoleBrowser browser) {
    return browser.get(EXPORTS + "/" + id() + "/file");
  }

  private Map<String, byte[]> files(ConsoleResponse answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        files.put(file.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static List<JsonNode> rows(Map<String, byte[]> files, String dataset) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().matches(dataset + "-\\d+\\.jsonl\\.gz")) {
        String lines =
            new String(
                new GZIPInputStream(new ByteArrayInputStream(file.getValue())).readAllBytes(),
                UTF_8);
        for (String line : lines.lines().toList()) {
          rows.add(JSON.readTree(line));
        }
      }
    }
    return rows;
  }

  private static List<String> comments(Map<String, byte[]> files) throws IOException {
    return rows(files, "comments").stream()
        .map(row -> row.path("comment_id").asText())
        .sorted()
        .toList();
  }

  @Test
  void whatASearchFoundIsDownloadedWithEachFileInTheManifest() throws Exception {
    assertThat(page(officer, "/search?q=bus")).contains("Export these results");
    assertThat(page(officer, EXPORTS + "?q=bus")).contains("<bdi>bus</bdi>", "Nothing is redacted");
    assertThat(ask(officer, "q=bus").statusCode()).isEqualTo(303);
    assertThat(page(officer, EXPORTS)).contains("being made", "every 2s", "Case 12");
    run();

    assertThat(page(officer, EXPORTS))
        .contains("Ready: 4 comments and posts", "Download (")
        .doesNotContain("every 2s");
    Map<String, byte[]> files = files(download(officer));
    assertThat(comments(files)).containsExactly("70", "71", "72", "80");
    assertThat(rows(files, "revisions")).hasSize(4);
    assertThat(rows(files, "cases"))
        .extracting(row -> row.path("comment_id").asText())
        .containsExactly("80");
    JsonNode manifest = JSON.readTree(files.get("manifest.json"));
    assertThat(manifest.path("complete").asBoolean()).isTrue();
    assertThat(manifest.path("search").asText()).isEqualTo("words: bus");
    for (JsonNode file : manifest.path("files")) {
      byte[] content = files.get(file.path("name").asText());
      assertThat(file.path("sha256").asText())
          .isEqualTo(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }
    assertThat(new String(files.get("README.txt"), UTF_8))
        .contains("what this search found: words: bus");
    assertThat(files).doesNotContainKey("schemas/audit-log.json");
  }

  @Test
  void whoAskedAndTookWhatIsInTheAuditLogWithoutTheWordsOfThePurpose() {
    ask(officer, "q=bus", "words", "Mother of Ana Ruiz");
    run();
    download(officer);

    assertThat(texts("select actor || ' ' || act from audit where act like 'export-%' order by id"))
        .containsExactly("vega export-asked", "vega export-made", "vega export-downloaded");
    assertThat(one("select detail from audit where act = 'export-asked'"))
        .isEqualTo("attorney; words: bus");
    assertThat(one("select detail from audit where act = 'export-downloaded'"))
        .matches("SHA-256 of manifest.json [0-9a-f]{64}");
    assertThat(one("select detail from audit where act = 'export-made'"))
        .endsWith(one("select detail from audit where act = 'export-downloaded'"));
  }

  @Test
  void anOfficerOfOneSchoolExportsThatSchoolAlone() throws Exception {
    staff.person("own", "records-officer", StaffSeed.OWN);
    ConsoleBrowser own = ConsoleBrowser.signedIn("own");
    ask(own, "q=bus");
    run();

    assertThat(comments(files(download(own)))).containsExactly("70", "71", "72");
    assertThat(download(officer).statusCode()).as("nobody reads those of others").isEqualTo(404);
    database.write(
        h ->
            h.execute(
                "update console_user set buildings = array[?] where user_name = 'own'",
                StaffSeed.OTHER));
    assertThat(download(ConsoleBrowser.signedIn("own")).statusCode())
        .as("nor what they may no longer see")
        .isEqualTo(409);
  }

  @Test
  void whoMayNoLongerSeeTheSameGetsNothing() {
    staff.person("own", "records-officer", StaffSeed.OWN);
    ask(ConsoleBrowser.signedIn("own"), "q=bus");
    database.write(
        h -> h.execute("update console_user set role = 'auditor' where user_name = 'own'"));
    run();

    assertThat(state()).isEqualTo("refused");
    assertThat(texts("select item_id from archive_export_item")).isEmpty();
  }

  /** As after a stop of the service: each step is a new one, on new connections. */
  @Test
  void anExportThatIsInterruptedAtEachRecordGoesOnWhereItWas() throws Exception {
    ask(officer, "q=bus");
    job.step(ONE_ROW, () -> false);
    int steps = 0;
    List<String> before = List.of();
    while (state().equals("writing")) {
      AtomicInteger asked = new AtomicInteger();
      job.step(ONE_ROW, () -> asked.incrementAndGet() == 2);
      List<String> now = texts("select name from archive_export_file order by name");
      assertThat(now).containsAll(before);
      before = now;
      steps++;
    }

    assertThat(state()).isEqualTo("ready");
    assertThat(steps).isGreaterThan(3);
    Map<String, byte[]> files = files(download(officer));
    assertThat(comments(files)).containsExactly("70", "71", "72", "80");
    assertThat(rows(files, "revisions")).hasSize(4);
    assertThat(JSON.readTree(files.get("manifest.json")).path("runs")).hasSize(steps);
  }

  @Test
  void aStepThatNeverSucceedsFailsAtLast() {
    ask(officer, "q=bus");
    job.step(WHOLE, () -> false);
    for (int i = 0; i < 5; i++) {
      database.write(h -> h.execute("update archive_export set next_at = now()"));
      job.step(
          WHOLE,
          () -> {
            throw new IllegalStateException("as if the disk were full");
          });
    }
    assertThat(state()).isEqualTo("writing");
    database.write(h -> h.execute("update archive_export set next_at = now()"));

    job.step(WHOLE, () -> false);

    assertThat(state()).isEqualTo("failed");
    assertThat(page(officer, EXPORTS)).contains("It was not made. Ask again.");
  }

  @Test
  void anExportThatWasBegunBeforeAnUpgradeBeginsAgain() throws Exception {
    ask(officer, "q=bus");
    job.step(ONE_ROW, () -> false);
    job.step(ONE_ROW, () -> true);
    database.write(
        h ->
            h.execute(
                "update archive_export set manifest = regexp_replace(manifest, '(\"schema\" : \")[^\"]+', '\\1older')"));

    run();

    assertThat(state()).isEqualTo("ready");
    assertThat(JSON.readTree(files(download(officer)).get("manifest.json")).path("runs"))
        .hasSize(1);
  }

  @Test
  void aFileIsRemovedWhenItsTimeIsOverOrItsPersonSays() {
    ask(officer, "q=bus");
    run();
    database.write(
        h -> h.execute("update archive_export set ended_at = now() - interval '25 hours'"));
    exports.forgetOld();

    assertThat(download(officer).statusCode()).isEqualTo(409);
    assertThat(page(officer, EXPORTS)).contains("The file was removed.");
    ask(officer, "q=bus");
    job.step(ONE_ROW, () -> false);
    officer.post(EXPORTS + "/" + id() + "/remove", Map.of());
    run();

    assertThat(state()).isEqualTo("removed");
    assertThat(texts("select name from archive_export_file")).isEmpty();
    assertThat(texts("select item_id from archive_export_item")).isEmpty();
  }

  @Test
  void noFileComesInAfterItWasRemovedWhileItWasWritten() {
    ask(officer, "q=bus");
    job.step(ONE_ROW, () -> false);

    job.step(
        ONE_ROW,
        () -> {
          exports.remove(UUID.fromString(id()), "vega");
          return false;
        });

    assertThat(state()).isEqualTo("removed");
    assertThat(texts("select name from archive_export_file")).isEmpty();
  }

  @Test
  void whatIsReadyCanBeDownloadedHoweverManyCameAfterIt() {
    ask(officer, "q=bus");
    run();
    String ready = EXPORTS + "/" + id();
    database.write(
        h ->
            h.execute(
                """
                insert into archive_export (export_id, query, search, scope, purpose, words, asked_by, asked_at, state,
                  ended_at)
                select gen_random_uuid(), query, search, scope, purpose, words, asked_by, asked_at + n * interval '1 second',
                  'removed', now()
                from archive_export, generate_series(1, 25) n
                """));

    assertThat(page(officer, EXPORTS)).containsOnlyOnce("Download (").contains(ready + "/file");
    assertThat(officer.get(ready + "/file").statusCode()).isEqualTo(200);
    officer.post(ready + "/remove", Map.of());
    assertThat(texts("select name from archive_export_file")).isEmpty();
  }

  @Test
  void whoseFilesTakeUpAllRoomRemovesOneFirst() {
    ask(officer, "q=bus");
    run();
    String ready = EXPORTS + "/" + id();
    database.write(h -> h.execute("update archive_export set bytes = 5::bigint << 30"));

    assertThat(ask(officer, "q=lunch").asString()).contains("Your exports take up 5 GB");
    officer.post(ready + "/remove", Map.of());
    assertThat(ask(officer, "q=lunch").statusCode()).isEqualTo(303);
  }

  @Test
  void onePersonWaitsForOneAtATimeAndTheSameFormTwiceIsOne() {
    String form = UUID.randomUUID().toString();
    ask(officer, "q=bus", "form", form);
    assertThat(ask(officer, "q=bus", "form", form).statusCode()).isEqualTo(303);

    assertThat(ask(officer, "q=lunch").asString()).contains("is still being made");
    assertThat(texts("select query from archive_export")).containsExactly("q=bus");
  }

  @Test
  void whatIsMissingIsSaidAndNothingTypedIsLost() {
    assertThat(ask(officer, "q=bus", "purpose", "").asString())
        .contains("Choose what it is for.", "Case 12");
    assertThat(ask(officer, "q=bus", "purpose", "other", "words", " ").asString())
        .contains("Say in a few words what it is for.");
    assertThat(ask(officer, "q=").asString()).contains("Search for something, then export it.");
    assertThat(page(officer, EXPORTS)).contains("No exports yet.");
  }
}
