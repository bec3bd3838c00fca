package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.connector.api.DeliveredRow.CommentRow;
import hallmonitor.ingest.connector.api.DeliveredRow.DeletionRow;
import hallmonitor.ingest.connector.api.DeliveredRow.PostRow;
import hallmonitor.ingest.connector.api.DeliveredRow.VisibilityRow;
import hallmonitor.ingest.connector.http.RawJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of deliveries as openapi.yaml describes them. */
final class RowReader {
  /**
   * Most bytes of a row. The resulting event must fit into one Kafka record, which is limited to 1
   * MB.
   */
  static final int LARGEST_ROW = 200_000;

  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_NAME = 500;

  private static final Set<String> POST =
      Set.of("kind", "id", "title", "text", "attachments", "permalink", "writtenAt", "editedAt");
  private static final Set<String> COMMENT =
      Set.of(
          "kind",
          "id",
          "post",
          "parent",
          "author",
          "text",
          "attachments",
          "permalink",
          "writtenAt",
          "editedAt",
          "hidden");
  private static final Set<String> VISIBILITY = Set.of("kind", "id", "hidden", "at");
  private static final Set<String> DELETION = Set.of("kind", "id");
  private static final Set<String> AUTHOR = Set.of("id", "name");

  private RowReader() {}

  /**
   * Reads a row.
   *
   * @param number its index in the delivery, from 0
   * @param mistakes receives what is wrong
   * @return empty if anything is wrong
   */
  static Optional<DeliveredRow> read(
      RawJson row, int number, Instant now, List<RowMistake> mistakes) {
    List<RowMistake> own = new ArrayList<>();
    RowFields fields = new RowFields(row.json(), "rows[" + number + "]", own);
    DeliveredRow read = null;
    if (row.raw().getBytes(UTF_8).length > LARGEST_ROW) {
      fields.mistake("is larger than %d bytes".formatted(LARGEST_ROW));
    } else {
      read =
          switch (row.json().path("kind").asText()) {
            case "comment" -> comment(fields, row, now);
            case "post" -> post(fields, row, now);
            case "visibility" -> visibility(fields, now);
            case "deletion" -> deletion(fields);
            default -> {
              fields.mistake("'kind' must be comment, post, visibility or deletion");
              yield null;
            }
          };
    }
    mistakes.addAll(own);
    return own.isEmpty() ? Optional.ofNullable(read) : Optional.empty();
  }

  /**
   * Reads a row that was stored, and so was read without a mistake before.
   *
   * @return empty if it cannot be read again, for example by a later version: one row must not
   *     block all others
   */
  static Optional<DeliveredRow> stored(byte[] raw) {
    try {
      RawJson row = RawJson.in(raw).get(0);
      return read(row, 0, Instant.MAX.minus(CLOCKS_DIFFER), new ArrayList<>());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static DeliveredRow comment(RowFields fields, RawJson row, Instant now) {
    fields.allow(COMMENT);
    Instant latest = now.plus(CLOCKS_DIFFER);
    String id = fields.id("id");
    String post = fields.id("post");
    Author author = author(fields.object("author"));
    Instant writtenAt = fields.time("writtenAt", latest);
    return new CommentRow(
        id,
        post,
        fields.optionalId("parent"),
        author,
        fields.text("text", RowFields.LONGEST_TEXT),
        fields.addresses("attachments"),
        fields.address("permalink"),
        writtenAt,
        fields.optionalTime("editedAt", latest).map(at -> notAhead(at, now)),
        fields.flagOrFalse("hidden"),
        row.raw());
  }

  private static Author author(RowFields fields) {
    if (!fields.exists()) {
      return new Author(Optional.empty(), "");
    }
    fields.allow(AUTHOR);
    return new Author(fields.optionalId("id"), fields.text("name", LONGEST_NAME));
  }

  private static DeliveredRow post(RowFields fields, RawJson row, Instant now) {
    fields.allow(POST);
    Instant latest = now.plus(CLOCKS_DIFFER);
    String id = fields.id("id");
    Instant writtenAt = fields.time("writtenAt", latest);
    return new PostRow(
        id,
        fields.textOrNone("title", LONGEST_TITLE),
        fields.text("text", RowFields.LONGEST_TEXT),
        fields.addresses("attachments"),
        fields.address("permalink"),
        writtenAt,
        fields.optionalTime("editedAt", latest).orElse(writtenAt),
        row.raw());
  }

  private static DeliveredRow visibility(RowFields fields, Instant now) {
    fields.allow(VISIBILITY);
    return new VisibilityRow(
        fields.id("id"),
        fields.flag("hidden"),
        notAhead(fields.time("at", now.plus(CLOCKS_DIFFER)), now));
  }

  /** A clock that is ahead must not make later true reports look old. */
  private static Instant notAhead(Instant time, Instant now) {
    return time.isAfter(now) ? now : time;
  }

  private static DeliveredRow deletion(RowFields fields) {
    fields.allow(DELETION);
    return new DeletionRow(fields.id("id"));
  }
}
