package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * {@code data/tweets.js} of X's archive, until 2022 {@code tweet.js}, and {@code tweets-part1.js}
 * and so on of large ones: {@code window.YTD.tweets.part0 = [{"tweet":{"id_str":...,
 * "full_text":..., "created_at":"Sat Oct 11 15:50:20 +0000 2025",
 * "in_reply_to_status_id_str":...}}]}. What the account wrote: a reply is a comment, everything
 * else a post. Source: {@code parser.py} in github.com/timhutton/twitter-archive-parser, and
 * parsers on GitHub that quote archives of 2025.
 */
final class Tweets implements RowMapping {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.US);
  private static final int MOST_PICTURES = 20;

  private final Writer writer;

  Tweets(Writer writer) {
    this.writer = writer;
  }

  @Override
  public ObjectNode row(JsonNode entry) throws Unfit {
    JsonNode tweet = entry.has("tweet") ? entry.path("tweet") : entry;
    String id = tweet.path("id_str").asText(tweet.path("id").asText(""));
    String text = text(tweet);
    String answered = tweet.path("in_reply_to_status_id_str").asText("");
    ObjectNode row =
        answered.isEmpty()
            ? DeliveryRow.post(id, text, writtenAt(tweet))
            : DeliveryRow.comment(id, answered, writer, text, writtenAt(tweet));
    if (!id.isEmpty()) {
      row.put("permalink", "https://x.com/i/status/" + id);
    }
    JsonNode pictures = tweet.at("/extended_entities/media");
    if (!pictures.isEmpty() && pictures.size() <= MOST_PICTURES) {
      ArrayNode addresses = row.putArray("attachments");
      pictures.forEach(one -> addresses.add(one.path("media_url_https").asText("")));
    }
    return row;
  }

  /** The archive keeps three signs as HTML, and links as X shortened them. */
  private static String text(JsonNode tweet) {
    String text = tweet.path("full_text").asText(tweet.path("text").asText(""));
    for (JsonNode link : tweet.at("/entities/urls")) {
      String full = link.path("expanded_url").asText("");
      if (!full.isEmpty() && !link.path("url").asText("").isEmpty()) {
        text = text.replace(link.path("url").asText(), full);
      }
    }
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String writtenAt(JsonNode tweet) throws Unfit {
    try {
      return OffsetDateTime.parse(tweet.path("created_at").asText(""), WRITTEN)
          .toInstant()
          .toString();
    } catch (DateTimeException e) {
      throw new Unfit("its 'created_at' is no time as X writes it");
    }
  }
}
