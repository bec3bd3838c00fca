package hallmonitor.importer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.settings.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the command says and leaves, beside an endpoint that answers as openapi.yaml says. */
class ImportCommandTest {
  @TempDir Path folder;
  private StubEndpoint endpoint;
  private String said = "";

  @BeforeEach
  void start() throws IOException {
    endpoint = new StubEndpoint();
    Files.writeString(folder.resolve("push-old-portal"), "the key in use, of the portal\nnext\n");
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, UTF_8);
    int status = Tool.run(new ImportCommand(name -> null, print), print, print, arguments);
    said = out.toString(UTF_8);
    return status;
  }

  private int deliver(Path file) {
    return run(
        "--account=old-portal",
        "--to=" + endpoint.address(),
        "--secrets=" + folder,
        file.toString());
  }

  private Path lines(String name, int count) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          "{\"kind\":\"comment\",\"id\":\"%d\",\"post\":\"7\",\"author\":{\"name\":\"Dana\"},\"text\":\"t\",\"writtenAt\":\"2019-01-25T11:00:00Z\"}"
              .formatted(i));
    }
    return Files.write(folder.resolve(name), lines);
  }

  private List<String> refused(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file + ".refused.ndjson"));
  }

  @Test
  void rowsAreDeliveredAsHistoryInBatchesWithTheAccountsKey() throws IOException {
    assertThat(deliver(lines("old.ndjson", 1_200))).isZero();
    assertThat(endpoint.authorization()).isEqualTo("Bearer the key in use, of the portal");
    assertThat(endpoint.taken())
        .extracting(batch -> batch.path("rows").size())
        .containsExactly(500, 500, 200);
    assertThat(endpoint.taken()).allMatch(batch -> batch.path("history").asBoolean());
    assertThat(said).contains("1,200 rows are stored, 0 were known, 0 were refused");
    assertThat(folder.resolve("old.ndjson.refused.ndjson")).doesNotExist();
  }

  @Test
  void whatIsRefusedIsReportedWithItsPlaceAndReason() throws IOException {
    Path file = lines("old.ndjson", 3);
    Files.writeString(file, Files.readString(file).replaceFirst("\n", "\nno row\n"));
    endpoint.answers(
        202,
        "{'accepted':2,'unchanged':0,'refused':1,'errors':[{'at':'rows[1].author.name','error':'is missing, or no text'}]}",
        0);
    assertThat(deliver(file)).isEqualTo(1);
    assertThat(refused("old.ndjson"))
        .containsExactly(
            "{\"file\":\"old.ndjson\",\"line\":3,\"field\":\"author.name\",\"error\":\"is missing, or no text\"}",
            "{\"file\":\"old.ndjson\",\"line\":2,\"error\":\"is no JSON object\"}");
    assertThat(said)
        .contains("2 rows are stored, 0 were known, 2 were refused")
        .contains("refused.ndjson");
  }

  @Test
  void aBatchOfWhichNothingIsTakenEndsNothing() throws IOException {
    endpoint.answers(
        422,
        "{'accepted':0,'unchanged':0,'refused':1,'errors':[{'at':'rows[0]','error':'is larger than 200000 bytes'}]}",
        0);
    assertThat(deliver(lines("old.ndjson", 1))).isEqualTo(1);
    assertThat(refused("old.ndjson")).hasSize(1);
  }

  @Test
  void whoIsAskedToComeBackLaterDoes() throws IOException {
    endpoint.answers(429, "{'error':'History waits.'}", 1);
    endpoint.answers(503, "<html>", 0);
    assertThat(deliver(lines("old.ndjson", 2))).isZero();
    assertThat(endpoint.taken()).hasSize(1);
    assertThat(said).as("a short wait is no news").doesNotContain("History waits.");
  }

  @Test
  void aLimitOfTheDayEndsItAndTheSameCommandGoesOnThere() throws IOException {
    Path file = lines("old.ndjson", 700);
    endpoint.answers(202, "{'accepted':500,'unchanged':0,'refused':0,'errors':[]}", 0);
    endpoint.answers(429, "{'error':'More than a day may have.'}", 7_200);
    assertThat(deliver(file)).isEqualTo(2);
    assertThat(said).contains("More than a day may have.").contains("it goes on from here");
    assertThat(deliver(file)).isZero();
    assertThat(said).contains("goes on after 500 rows").contains("700 rows are stored");
    assertThat(endpoint.taken().get(1).path("rows")).hasSize(200);
    assertThat(deliver(file)).isZero();
    assertThat(said).contains("It was imported before");
    assertThat(endpoint.taken()).hasSize(2);
  }

  @Test
  void aFileThatWasChangedIsImportedFromItsStart() throws IOException {
    assertThat(deliver(lines("old.ndjson", 2))).isZero();
    assertThat(deliver(lines("old.ndjson", 3))).isZero();
    assertThat(endpoint.taken())
        .extracting(batch -> batch.path("rows").size())
        .containsExactly(2, 3);
  }

  @Test
  void whatCannotBeDeliveredSaysWhatToDo() throws IOException {
    Path file = lines("old.ndjson", 1);
    endpoint.answers(401, "{'error':'x'}", 0);
    assertThat(deliver(file)).isEqualTo(2);
    assertThat(said).contains("--secrets");
    endpoint.answers(404, "", 0);
    assertThat(deliver(file)).isEqualTo(2);
    assertThat(said).contains("platform: api");
    endpoint.answers(403, "", 0);
    assertThat(deliver(file)).isEqualTo(2);
    assertThat(said).contains("read by a connector of its own").contains("import.md");
    assertThat(run(file.toString())).isEqualTo(2);
    assertThat(said).contains("--account");
    assertThat(run("--account=old-portal", "--secrets=" + folder.resolve("none"), file.toString()))
        .isEqualTo(2);
    assertThat(said).contains("HALLMONITOR_SECRET_PUSH_OLD_PORTAL");
    assertThat(
            run(
                "--account=old-portal",
                "--secrets=" + folder,
                "--to=http://monitor.example.org",
                file.toString()))
        .isEqualTo(2);
    assertThat(said).contains("https");
    assertThat(endpoint.taken()).isEmpty();
  }

  @Test
  void aFileThatHoldsNothingToReadSaysWhatCanBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("likes.json"), "[]");
    assertThat(deliver(file)).isEqualTo(2);
    assertThat(said).contains("nothing that can be read").contains("tweets.js");
    assertThat(deliver(folder.resolve("none.csv"))).isEqualTo(2);
    assertThat(said).contains("no such file");
  }

  @Test
  void aTableWithAColumnOfNoMeaningIsRefusedAsAWhole() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("old.csv"),
            "id,text,writtenAt,mail\n1,a,2019-11-25T12:05:00Z,d@x.example\n");
    assertThat(deliver(file)).isEqualTo(2);
    assertThat(said).contains("its column 'mail' is unknown; known are attachments, author,");
    assertThat(endpoint.taken()).isEmpty();
  }

  @Test
  void whoWroteATakeoutMustBeSaid() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("comments.csv"),
            "Comment ID,Channel ID,Comment Create Timestamp,Price,Video ID,Comment Text\nc1,UC1,2026-06-15T20:30:41Z,0,abc,plain\n");
    assertThat(deliver(file)).isEqualTo(2);
    assertThat(said).contains("--author");
    assertThat(run("--dry-run", "--author=Maple Valley", file.toString())).isZero();
    assertThat(said).contains("a YouTube Takeout's comments").contains("1 rows of kind comment");
  }

  @Test
  void aRehearsalSendsNothingAndNamesWhatCannotBeARow() throws IOException {
    Path file = lines("old.ndjson", 2);
    Files.writeString(file, "no row\n" + Files.readString(file));
    assertThat(run("--dry-run", file.toString())).isEqualTo(1);
    assertThat(said)
        .contains("line 1 is no JSON object")
        .contains("2 rows of kind comment, 1 cannot be rows");
    assertThat(endpoint.taken()).isEmpty();
    assertThat(folder.resolve("old.ndjson.import.json")).doesNotExist();
  }

  @Test
  void whatStandsBeforeABrokenPlaceIsImportedAndThePlaceIsSaid() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("profile_posts_1.json"),
            "[{\"timestamp\":1325790129,\"data\":[{\"post\":\"Hello\"}]},\n{\"timest");
    assertThat(deliver(file)).isEqualTo(2);
    assertThat(said).contains("after record").contains("is imported");
    assertThat(endpoint.taken()).hasSize(1);
  }
}
