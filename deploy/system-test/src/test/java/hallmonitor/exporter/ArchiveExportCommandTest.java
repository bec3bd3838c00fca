package hallmonitor.exporter;

import static hallmonitor.exporter.ExportedArchive.dataset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A district leaves with everything, and can prove that it is everything. */
class ArchiveExportCommandTest {
  @TempDir Path temporary;
  private ExportedArchive archive;

  @BeforeEach
  void begin() {
    archive = new ExportedArchive(temporary);
  }

  private int check() {
    return archive.alone("--check");
  }

  /** A table that nobody thought of would be lost. */
  @Test
  void eachTableIsWrittenOrLeftOutWithAReason() {
    Datasets datasets = Datasets.shipped();
    List<String> named = new ArrayList<>(datasets.leftOut());
    datasets.all().forEach(d -> named.add(d.table()));
    List<String> there =
        archive
            .stage
            .database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            select c.relname from pg_class c
                            where c.relnamespace = 'moderation'::regnamespace and c.relkind in ('r', 'p')
                              and not c.relispartition
                            """)
                        .mapTo(String.class)
                        .list());

    assertThat(named).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(named)).isEqualTo(new TreeSet<>(there));
  }

  @Test
  void everyRowIsThereAsTheDatabaseHasIt() throws Exception {
    archive.filled();

    assertThat(archive.run()).as("%s", archive.said).isZero();

    for (Dataset dataset : Datasets.shipped().all()) {
      List<JsonNode> rows = archive.rows(dataset);
      assertThat(rows).as(dataset.name()).hasSize((int) archive.count(dataset.table()));
    }
    assertThat(archive.rows(dataset("comments")))
        .extracting(row -> row.get("latest_text").asText())
        .containsExactly("You damn fool", "Goodbye", "Go Mavericks!");
    assertThat(archive.rows(dataset("revisions")))
        .extracting(row -> row.get("body").asText())
        .contains("¡Adiós, \"Señora\"!\n<script>");
    assertThat(archive.rows(dataset("cases")).get(0).has("searched")).isFalse();
    assertThat(archive.said()).contains("Complete: ", "SHA-256 of manifest.json");
  }

  @Test
  void whatThePlatformSentIsInAWarcFileByteForByte() throws Exception {
    archive.filled();
    archive.sql("update revision set raw = '' where comment_id = '3'");
    archive.run();

    Map<String, String> payloads = archive.payloads();

    assertThat(payloads).hasSize(3);
    for (JsonNode row : archive.rows(dataset("revisions"))) {
      assertThat(row.has("raw")).isFalse();
      String raw =
          archive.stage.database.one(
              "select raw from revision where comment_id = '%s' and revision = '%s'"
                  .formatted(row.get("comment_id").asText(), row.get("revision").asText()),
              String.class);
      String record = row.get("raw_record").asText(null);
      assertThat(payloads.get(record)).isEqualTo(raw.isEmpty() ? null : raw);
    }
  }

  @Test
  void aPictureIsAFileOnceAndEachRowNamesIt() throws Exception {
    archive.filled();
    archive.run();

    Set<String> files =
        archive.rows(dataset("comment-pictures")).stream()
            .filter(row -> !row.path("second").isInt())
            .map(row -> row.get("content_file").asText())
            .collect(Collectors.toSet());

    assertThat(files).hasSize(1);
    assertThat(archive.folder().resolve(files.iterator().next()))
        .hasBinaryContent(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
  }

  @Test
  void aFrameIsAFileWithItsVideoAndItsSecond() throws Exception {
    archive.filled();
    archive.run();

    assertThat(archive.rows(dataset("comment-pictures")))
        .filteredOn(row -> row.path("video_key").asText().equals("c"))
        .singleElement()
        .returns(5, row -> row.get("second").asInt())
        .satisfies(
            row ->
                assertThat(archive.folder().resolve(row.get("content_file").asText()))
                    .hasBinaryContent(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));
    assertThat(check()).as("%s", archive.said).isZero();
  }

  /** Who runs it each week must not believe that the newest records are in it. */
  @Test
  void aCompleteBundleIsRightAndRefusesToBeWrittenAgain() throws Exception {
    archive.filled();
    archive.run();
    BundleManifest first = archive.manifest();

    assertThat(check()).as("%s", archive.said).isZero();
    assertThat(archive.said()).contains("All is as it was written: ");
    assertThat(archive.said()).doesNotContain("one moment");
    assertThat(archive.run()).isEqualTo(2);
    assertThat(archive.said()).contains("is complete, with the archive as it was at ");
    assertThat(archive.manifest()).isEqualTo(first);
    assertThat(archive.stage.database.count("audit where act = 'export-archive'")).isEqualTo(1);
  }

  @Test
  void aReporterWhoseNameOnlyAdministratorsMaySeeIsNotNamed() throws Exception {
    archive.filled();
    for (String anonymous : List.of("true", "false")) {
      archive.sql(
          """
          insert into tip (tip_id, case_id, reference, state_hash, way, urgency, category, link, place, body, language,
            reporter, reporter_user, anonymous, notified, received_at)
          select gen_random_uuid(), case_id, '%s', '%s', 'staff', 'soon', '', '', '', 'Look', 'en', 'Dana Reyes', 'reyes',
            %s, true, now()
          from review_case limit 1
          """
              .formatted(anonymous, anonymous, anonymous));
    }

    assertThat(archive.run()).as("%s", archive.said).isZero();

    assertThat(archive.rows(dataset("tips")))
        .extracting(
            row -> row.get("anonymous").asBoolean(),
            row -> row.get("reporter").asText() + row.get("reporter_user").asText())
        .containsExactlyInAnyOrder(tuple(true, ""), tuple(false, "Dana Reyesreyes"));
    assertThat(check()).as("%s", archive.said).isZero();
  }

  @Test
  void anEmptyArchiveIsABundleToo() {
    assertThat(archive.run()).as("%s", archive.said).isZero();
    assertThat(check()).as("%s", archive.said).isZero();
  }

  private Path file(String start) throws IOException {
    try (Stream<Path> files = Files.list(archive.folder())) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(start))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void whateverIsChangedIsNamed() throws Exception {
    archive.filled();
    archive.run();
    Path comments = file("comments-");
    Path warc = file("revisions-000001.warc");
    byte[] bytes = Files.readAllBytes(comments);
    bytes[bytes.length / 2] ^= 1;
    Files.write(comments, bytes);
    Files.write(warc, new byte[] {0}, StandardOpenOption.APPEND);
    Files.delete(file("audit-log-"));
    Files.writeString(archive.folder().resolve("added.txt"), "x");
    try (Stream<Path> pictures = Files.walk(archive.folder().resolve("pictures"))) {
      Files.write(pictures.filter(Files::isRegularFile).findFirst().orElseThrow(), new byte[9]);
    }

    assertThat(check()).isEqualTo(1);

    assertThat(archive.said())
        .contains("comments-000001.jsonl.gz is not as it was written")
        .contains("revisions-000001.warc.gz is not as it was written")
        .contains("audit-log-000001.jsonl.gz is missing")
        .contains("added.txt is not part of the export")
        .containsPattern("pictures/\\w\\w/\\w{64} is not as it was written");
  }

  @Test
  void whatIsRightIsNotBlamedForAnother() throws Exception {
    archive.filled();
    archive.run();
    Files.write(file("revisions-000001.jsonl"), new byte[] {0}, StandardOpenOption.APPEND);
    Files.writeString(archive.folder().resolve("README.txt"), "x");
    Files.delete(archive.folder().resolve("schemas/posts.json"));

    assertThat(check()).isEqualTo(1);

    assertThat(archive.said())
        .contains(
            "revisions-000001.jsonl.gz is not as it was written",
            "README.txt is not as it was written",
            "schemas/posts.json is missing")
        .doesNotContain("fit together", "README.txt is not part of the export");
  }

  @Test
  void aManifestThatCountsWrongIsFoundOut() throws Exception {
    archive.filled();
    archive.run();
    Path manifest = archive.folder().resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("(\"name\" : \"comments\",\\s+\"records\" : )3", "$14"));

    assertThat(check()).isEqualTo(1);
    assertThat(archive.said()).contains("The files of comments have 3 records, not 4.");
  }

  @Test
  void aFolderWithAnotherFormIsLeftAsItIs() throws Exception {
    archive.filled();
    archive.run();
    Path manifest = archive.folder().resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace(BundleManifest.FORMAT, "another/7"));

    assertThat(check()).isEqualTo(2);
    assertThat(archive.said()).contains("manifest.json is of the form another/7");
    assertThat(archive.run()).isEqualTo(2);
    assertThat(archive.said()).contains("was begun with another version of Hall Monitor");
    assertThat(Files.readString(manifest)).contains("another/7");
  }

  @Test
  void oneAccountHasItsOwnAndNothingOfTheDistrict() throws Exception {
    archive.filled();
    archive.sql(
        """
        insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
          latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
        values ('other', '9', 'wordpress', 'p1', 'name:x', 'x', 'visible', 'r1', 'Elsewhere', now(), now(), now())
        """);

    assertThat(archive.run("--account", "practice")).as("%s", archive.said).isZero();

    assertThat(archive.rows(dataset("comments"))).hasSize(3);
    assertThat(archive.rows(dataset("case-events"))).isNotEmpty();
    assertThat(archive.manifest().datasets())
        .extracting(BundleManifest.Written::name)
        .contains("comments")
        .doesNotContain("audit-log", "requests");
    assertThat(check()).as("%s", archive.said).isZero();
    assertThat(archive.run()).isEqualTo(2);
    assertThat(archive.said()).contains("Name the same accounts and days, or another folder.");
  }

  @Test
  void anUnknownAccountAndAFolderOfOtherFilesAreRefused() throws Exception {
    assertThat(archive.run("--account", "practise")).isEqualTo(2);
    assertThat(archive.said()).contains("The archive has no account 'practise'");
    Files.createDirectories(archive.folder());
    Files.writeString(archive.folder().resolve("thesis.doc"), "x");
    assertThat(archive.run()).isEqualTo(2);
    assertThat(archive.said()).contains("holds other files");
    assertThat(check()).isEqualTo(1);
    assertThat(archive.said()).contains("There is no manifest.json.");
  }

  @Test
  void itIsReadByItsOwnerAlone() throws Exception {
    archive.run();

    assertThat(Files.getPosixFilePermissions(archive.folder()))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
  }
}
