package hallmonitor.bench.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.bench.judging.CommentMix;
import hallmonitor.bench.judging.Posted;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Comments as ingest publishes those of a WordPress account, with its answer of about 500 bytes.
 */
final class CommentRecords {
  static final String ACCOUNT = "practice";
  private static final String PADDING = "\"meta\":[],\"padding\":\"" + "x".repeat(300) + "\"";

  private final CommentMix mix;
  private final int first;

  /**
   * Creates records.
   *
   * @param first number of the first comment, far enough from those of other runs. The practice
   *     page has no comments with such numbers, and says so when one is to be hidden
   */
  CommentRecords(CommentMix mix, int first) {
    this.mix = mix;
    this.first = first;
  }

  ProducerRecord<byte[], byte[]> record(String topic, int number) {
    CommentSeen seen = seen(number);
    return new ProducerRecord<>(topic, seen.comment().key().getBytes(UTF_8), EventJson.write(seen));
  }

  String id(int number) {
    return Integer.toString(first + number);
  }

  private CommentSeen seen(int number) {
    Posted posted = mix.at(number);
    String id = id(number);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String post = posted.post().isEmpty() ? "News of the school" : posted.post();
    String author = posted.author().isEmpty() ? "Dana Reyes" : posted.author();
    return new CommentSeen(
        new CommentRef("wordpress", ACCOUNT, id),
        "r" + id,
        CommentSeen.Kind.CREATED,
        new CommentSeen.Post(first + "-" + post.hashCode(), post, "", Optional.empty()),
        Optional.empty(),
        new CommentSeen.Author(Optional.of("author-" + number % 5_000), author),
        posted.text(),
        CommentSeen.Visibility.VISIBLE,
        List.of(),
        Optional.of("http://127.0.0.1/7#comment-" + id),
        Optional.of(now),
        now,
        CommentSeen.Lane.LIVE,
        "{\"id\":\""
            + id
            + "\",\"content\":\""
            + posted.text().replace("\"", "'")
            + "\","
            + PADDING
            + "}",
        Optional.of(CommentSeen.Names.SHOWN));
  }
}
