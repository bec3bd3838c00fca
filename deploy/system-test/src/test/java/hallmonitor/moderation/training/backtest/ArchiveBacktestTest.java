package hallmonitor.moderation.training.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.pipeline.SeenComment;
import hallmonitor.moderation.pipeline.Stage;
import hallmonitor.moderation.training.archive.ArchiveAddress;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.tool.DatabaseAddress;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.testparts.Parts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real tables, filled by the real pipeline. */
class ArchiveBacktestTest {
  private static final Path SHIPPED = Path.of("../../deploy/config");

  @TempDir Path folder;
  private final Stage stage = new Stage();
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "QUARKUS_DATASOURCE_USERNAME",
              "postgres",
              "QUARKUS_DATASOURCE_PASSWORD",
              Parts.shared().passwords().superuser()));

  private static SeenComment aComment(String id) {
    return SeenComment.aComment(id);
  }

  private String url() {
    return stage.database.jdbcUrl();
  }

  private ArchivedComments archive(Optional<LocalDate> since) throws Exception {
    ArchiveAddress address = address(url());
    return new ArchivedComments(
        address.open(),
        address.name(),
        DistrictFile.read(Files.readString(SHIPPED.resolve("district.yaml"))),
        since);
  }

  private ArchiveAddress address(String url) {
    return new ArchiveAddress(
        DatabaseAddress.find("moderation", Optional.of(url), folder, environment::get));
  }

  private List<PastComment> read(Optional<LocalDate> since) throws Exception {
    List<PastComment> all = new ArrayList<>();
    try (ArchivedComments archive = archive(since)) {
      archive.read(all::add);
      assertThat(archive.size()).isEqualTo(all.size());
    }
    return all;
  }

  @Test
  void aDraftIsReplayedOnTheArchiveAndChangesNothingThere() throws Exception {
    stage.receive(
        aComment("17").saying("what the frick"),
        aComment("18").saying("Go Mavericks!"),
        aComment("19").on("gone").saying("frick"));
    var before = stage.everything();
    Path draft = folder.resolve("draft.yaml");
    Files.writeString(
        draft,
        Files.readString(SHIPPED.resolve("policy.yaml"))
            .replace("\nclauses:", "\nwords: { profanity: [frick] }\nclauses:"));
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    Result result =
        new Backtest(
                BacktestOptions.parse(
                    List.of(
                        "--policy", draft.toString(),
                        "--config", SHIPPED.toString(),
                        "--database", url(),
                        "--stage", "1"),
                    environment::get),
                environment::get,
                InputStream.nullInputStream(),
                new PrintStream(progress, true, UTF_8))
            .run();
    JsonNode json = JsonReport.of(result);
    assertThat(json.path("comments").asInt()).isEqualTo(3);
    assertThat(json.path("changed").asInt()).isEqualTo(2);
    assertThat(json.path("transitions").findValuesAsText("id"))
        .containsExactlyInAnyOrder("practice/17@r1", "gone/19@r1");
    assertThat(json.path("history").asText()).startsWith("the archive at jdbc:postgresql:");
    assertThat(progress.toString(UTF_8)).contains("3 comments in");
    assertThat(stage.everything()).isEqualTo(before);
  }

  @Test
  void aCommentIsJudgedInTheContextInWhichTheServiceSawIt() throws Exception {
    stage.receive(aComment("17").by("Dana Reyes").saying("First!"));
    stage.receive(aComment("18").by("Jo").saying("Second!").answering("17"));
    assertThat(read(Optional.empty()))
        .filteredOn(past -> past.id().startsWith("practice/18"))
        .singleElement()
        .satisfies(
            past -> {
              assertThat(past.comment().text()).isEqualTo("Second!");
              assertThat(past.comment().author()).isEqualTo("Jo");
              assertThat(past.comment().post()).isEqualTo("Homecoming\nSee you on Friday.");
              assertThat(past.comment().parent()).contains("First!");
              assertThat(past.comment().accountKind()).isEqualTo("school");
            });
  }

  @Test
  void namesCountAsTheEventSaidAndByThePlatformWhereItDidNot() throws Exception {
    stage.receive(aComment("17").where(Names.HANDLES), aComment("18").where(Names.SHOWN));
    stage.receive(aComment("19"), aComment("20").byMember("4", "lamp_post").where(Names.FREE));
    assertThat(read(Optional.empty()))
        .extracting(PastComment::id, past -> past.comment().names())
        .containsExactlyInAnyOrder(
            tuple("practice/17@r1", AuthorNames.HANDLES),
            tuple("practice/18@r1", AuthorNames.SHOWN),
            tuple("practice/19@r1", AuthorNames.FREE),
            tuple("practice/20@r1", AuthorNames.HANDLES));
  }

  @Test
  void everyRevisionCountsAndADeletionDoesNot() throws Exception {
    SeenComment comment = aComment("17").saying("harmless");
    stage.receive(comment, comment.editedTo("r2", "less harmless"));
    stage.receive(aComment("18").deletedAs("r3"));
    assertThat(read(Optional.empty()))
        .extracting(past -> past.comment().text())
        .containsExactlyInAnyOrder("harmless", "less harmless");
  }

  @Test
  void onlyWhatWasReadSinceADayIsReplayedWhenAsked() throws Exception {
    stage.receive(aComment("17"));
    LocalDate day = LocalDate.parse("2026-10-01");
    assertThat(read(Optional.of(day))).hasSize(1);
    assertThat(read(Optional.of(day.plusDays(2)))).isEmpty();
  }

  @Test
  void theConnectionCanWriteNothing() throws Exception {
    ArchiveAddress address = address(url());
    try (var connection = address.open();
        var statement = connection.createStatement();
        var archive =
            new ArchivedComments(
                connection,
                "",
                DistrictFile.read(Files.readString(SHIPPED.resolve("district.yaml"))),
                Optional.empty())) {
      assertThat(archive.size()).isZero();
      assertThatThrownBy(() -> statement.execute("delete from revision"))
          .hasMessageContaining("read-only");
    }
  }

  @Test
  void aRefusedPasswordSaysWhereToPutTheRightOne() {
    environment.put("QUARKUS_DATASOURCE_PASSWORD", "wrong");
    assertThatThrownBy(() -> archive(Optional.empty()))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("refuses the password")
        .hasMessageContaining("database-moderation");
  }

  @Test
  void thePasswordIsTakenFromTheLocalRunsSecrets() throws Exception {
    environment.clear();
    Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(
        folder.resolve("secrets/database-moderation"),
        Parts.shared().passwords().roles().get(hallmonitor.embedded.DatabaseRole.MODERATION)
            + "\n");
    ArchiveAddress address = address(Parts.shared().jdbcUrl());
    assertThat(catchThrowable(() -> address.open().close()))
        .as("the service's own role gets in, whether or not there is an archive yet")
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(),
            empty -> assertThat(empty).hasMessageContaining("holds no archive"));
  }

  @Test
  void aDatabaseWithoutAnArchiveIsNamed() {
    assertThatThrownBy(() -> address(Parts.shared().jdbcUrl() + "?currentSchema=nowhere").open())
        .hasMessageContaining("holds no archive");
  }

  @Test
  void anAddressOfAnotherKindIsNamed() {
    assertThatThrownBy(() -> address("postgresql://127.0.0.1/hallmonitor").open())
        .hasMessageContaining("jdbc:postgresql://HOST");
  }

  @Test
  void whenNothingRunsItSaysWhatToDo() throws Exception {
    environment.clear();
    assertThatThrownBy(
            () -> DatabaseAddress.find("moderation", Optional.empty(), folder, environment::get))
        .hasMessageContaining("does not run on the data folder " + folder)
        .hasMessageContaining("mvn -Pup")
        .hasMessageContaining("--database");
    Path cluster = Files.createDirectories(folder.resolve("database/cluster"));
    Files.writeString(
        cluster.resolve("postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + cluster + "\n1790000000\n17654\n");
    assertThat(
            DatabaseAddress.find("moderation", Optional.empty(), folder, environment::get).name())
        .isEqualTo("jdbc:postgresql://127.0.0.1:17654/hallmonitor");
  }
}
