package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.contract.event.EventJson;
import hallmonitor.ingest.connector.api.BatchOutline.Unreadable;
import hallmonitor.ingest.connector.api.DeliveredRow.CommentRow;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that rows are read according to openapi.yaml, and what their senders are told. */
class DeliveredBatchTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final String GOOD =
      "{'kind':'comment','id':'1','post':'7','author':{'name':'Dana'},'text':'Hello','writtenAt':'2026-11-25T11:00:00Z'}";

  private static String json(String row) {
    return "{'rows':[%s]}".formatted(row).replace('\'', '"');
  }

  private static DeliveredBatch read(String row) throws Unreadable {
    return DeliveredBatch.read(json(row).getBytes(UTF_8), NOW);
  }

  private static String refusal(String body, Charset charset) {
    Unreadable thrown =
        catchThrowableOfType(
            Unreadable.class,
            () -> DeliveredBatch.read(body.replace('\'', '"').getBytes(charset), NOW));
    assertThat(thrown).as("refused").isNotNull();
    return thrown.sentence();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'Dana'}        | 'Dana','mail':'d@x.example'}     | rows[0].author.mail: is unknown; known are id, name
          {'name':'Dana'} | 'Dana'                          | rows[0].author: is missing, or no object
          'author'       | 'by'                             | rows[0].author: is missing, or no object
          'name':'Dana'  | 'name':7                         | rows[0].author.name: is missing, or no text
          'id':'1'       | 'id':''                          | rows[0].id: must have 1 to 200 printable characters
          'id':'1'       | 'id':'a\\nb'                     | rows[0].id: must have 1 to 200 printable characters
          'id':'1'       | 'id':1                           | rows[0].id: is missing, or no text
          'post':'7',    | ~~                               | rows[0].post: is missing, or no text
          2026-11-25T11:00:00Z | yesterday                  | rows[0].writtenAt: is no time with its offset, such as 2026-11-25T17:04:05Z
          2026-11-25T11:00:00Z | 2026-11-25T11:00:00        | rows[0].writtenAt: is no time with its offset, such as 2026-11-25T17:04:05Z
          'text'         | 'hidden':'yes','text'            | rows[0].hidden: is neither true nor false
          'text'         | 'permalink':'javascript:alert(1)','text' | rows[0].permalink: is no web address such as https://example.org/post/7
          'text'         | 'attachments':['ftp://x/y'],'text' | rows[0].attachments: is no list of at most 20 web addresses such as https://example.org/picture.png
          'text'         | 'attachments':'https://x/y','text' | rows[0].attachments: is no list of at most 20 web addresses such as https://example.org/picture.png
          'kind':'comment' | 'kind':'Comment'               | rows[0]: 'kind' must be comment, post, visibility or deletion
          """)
  void aMistakeIsNamedWithItsPlaceAndContradictsTheDescription(
      String good, String bad, String problem) throws Unreadable {
    String row = GOOD.replace(good, bad == null ? "" : bad);
    DeliveredBatch delivery = read(row);
    assertThat(delivery.rows()).isEmpty();
    assertThat(delivery.mistakes())
        .extracting(mistake -> mistake.at() + ": " + mistake.error())
        .contains(problem);
    assertThat(OpenApiFile.problems("/components/schemas/Delivery", json(row))).isNotEmpty();
  }

  @Test
  void aTimeFarAheadIsRefused() throws Unreadable {
    assertThat(read(GOOD.replace("2026", "2027")).mistakes())
        .containsExactly(
            new RowMistake("rows[0].writtenAt", "lies before 1970, or more than a day ahead"));
  }

  /** Otherwise a comment with such an id would never be judged. */
  @Test
  void aTextWithHalfACharacterIsTakenAndCanBeHandedOn() throws Unreadable {
    DeliveredBatch delivery = read(GOOD.replace("Hello", "kill \\ud83d\\u0000 them"));
    CommentRow row = (CommentRow) Optional.of(delivery.rows().get(0)).orElseThrow();
    assertThat(new String(EventJson.write(row), UTF_8)).contains("kill \\uD83D");
  }

  @Test
  void whatIsTooLongToBeHandedOnIsRefused() throws Unreadable {
    assertThat(read(GOOD.replace("Hello", "x".repeat(20_001))).mistakes())
        .containsExactly(
            new RowMistake("rows[0].text", "is longer than 20000 characters; send its beginning"));
    assertThat(
            read(GOOD.replace("'text'", " ".repeat(RowReader.LARGEST_ROW) + "'text'")).mistakes())
        .containsExactly(new RowMistake("rows[0]", "is larger than 200000 bytes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "{'kind':'comment','id':'#1/2 \uD83D\uDD2A','post':'7','parent':null,'author':{'id':'u','name':''},'text':'',"
            + "'attachments':['https://x.example/a.png'],'permalink':'http://x.example/7#1',"
            + "'writtenAt':'2026-11-25T05:00:00-06:00','editedAt':'2026-11-25T11:30:00.5Z','hidden':true}",
        "{'kind':'post','id':'7','title':null,'text':'Pizza','writtenAt':'1970-01-01T00:00:00Z'}",
        "{'kind':'visibility','id':'1','hidden':false,'at':'2026-11-25T11:00:00Z'}",
        "{'kind':'deletion','id':'1'}",
      })
  void whatTheDescriptionAllowsIsTaken(String row) throws Unreadable {
    assertThat(OpenApiFile.problems("/components/schemas/Delivery", json(row))).isEmpty();
    assertThat(read(row).mistakes()).isEmpty();
  }

  @Test
  void aRowIsKeptInItsOwnBytes() throws Unreadable {
    String row = GOOD.replace("Hello", "\\u0048ello").replace("{'name'", "{ 'name'");
    CommentRow read = (CommentRow) Optional.of(read(row).rows().get(0)).orElseThrow();
    assertThat(read.text()).isEqualTo("Hello");
    assertThat(read.raw()).isEqualTo(row.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "7", "{}", "{'rows':[]}", "{'rows':{}}", "{'rows':[],'more':1}", "null"})
  void whatHoldsNoRowsIsRefusedWhole(String body) {
    assertThat(refusal(body, UTF_8)).contains("'rows'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'rows':[{'id':'1'}]",
        "{'rows':[7]}",
        "{'rows':[{'id':'1'}]} {}",
        "{'rows':[{'id':'1','id':'2'}]}",
        "<html>"
      })
  void whatCannotBeToldApartIsRefusedWholeAndNotQuoted(String body) {
    assertThat(refusal(body, UTF_8)).startsWith("This is no JSON in UTF-8");
  }

  @Test
  void anotherEncodingAndTooManyRowsAreRefused() {
    assertThat(refusal(json(GOOD), UTF_16)).startsWith("This is no JSON in UTF-8");
    assertThat(refusal(json("{},".repeat(BatchOutline.MOST_ROWS) + "{}"), UTF_8))
        .contains("500 rows");
  }

  /** A decoder that accepts them would read another text than the stored one. */
  @Test
  void overlongFormsOfUtf8AreRefused() {
    byte[] body = json(GOOD.replace("comment", "~omment")).getBytes(UTF_8);
    ByteArrayOutputStream overlong = new ByteArrayOutputStream();
    for (byte one : body) {
      overlong.writeBytes(one == '~' ? new byte[] {(byte) 0xC1, (byte) 0xA3} : new byte[] {one});
    }
    assertThat(
            catchThrowableOfType(
                Unreadable.class, () -> DeliveredBatch.read(overlong.toByteArray(), NOW)))
        .hasMessageContaining("no JSON in UTF-8");
  }

  /** As objects they would take forty times the megabyte that a request may have. */
  @Test
  void aFloodOfTinyRowsOrFieldsIsRefusedBeforeAnythingIsMadeOfIt() {
    String flood = "{}" + ",{}".repeat(300_000);
    assertThat(refusal("{'rows':[" + flood + "]}", UTF_8)).contains("500 rows");
    assertThat(refusal("{'rows':[{'kind':[" + flood + "]}]}", UTF_8)).contains("more values");
    long before = allocated();
    refusal("{'rows':[" + flood + "]}", UTF_8);
    assertThat(allocated() - before).isLessThan(12L * 1024 * 1024);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Test
  void historyIsSaidOfTheWholeRequest() throws Unreadable {
    assertThat(read(GOOD).history()).isFalse();
    String body = json(GOOD).replaceFirst("\\{", "{\"history\":true,");
    assertThat(OpenApiFile.problems("/components/schemas/Delivery", body)).isEmpty();
    assertThat(DeliveredBatch.read(body.getBytes(UTF_8), NOW).history()).isTrue();
    assertThat(refusal("{'history':'yes','rows':[" + GOOD + "]}", UTF_8)).contains("'history'");
  }

  @Test
  void ofManyUnknownFieldsOneIsTold() throws Unreadable {
    assertThat(read(GOOD.replace("'id'", "'a':1,'b':2,'c':3,'id'")).mistakes()).hasSize(1);
  }

  private static CommentRow row(String changes) throws Unreadable {
    return (CommentRow) read(changes).rows().get(0);
  }

  @Test
  void noSignInANameMakesTwoCommentsAlike() throws Unreadable {
    String other = GOOD.replace("Dana", "Da\\u0000na").replace("Hello", "x");
    String same = GOOD.replace("'Dana'", "'Da'").replace("Hello", "na\\u0000x");
    assertThat(row(other).digest()).isNotEqualTo(row(same).digest());
  }

  @Test
  void anEditFromTheFutureKeepsNoLaterOneAway() throws Unreadable {
    String ahead = GOOD.replace("Hello", "Hi").replace("'id'", "'editedAt':'%s','id'");
    assertThat(row(ahead.formatted("2026-11-26T11:00:00Z")).editedAt()).contains(NOW);
  }
}
