package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.casework.CommentKey;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes records into comments that the database can store exactly, so that a stored comment
 * equals the same comment read again.
 */
public final class CommentDecoder {
  private static final char REPLACEMENT = '\uFFFD';

  private CommentDecoder() {}

  /**
   * Decodes.
   *
   * @throws EventJson.UnreadableEvent if one of them is not a comment
   */
  public static List<CommentSeen> decode(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(r -> storable(EventJson.read(r.value(), CommentSeen.class)))
        .toList();
  }

  private static CommentSeen storable(CommentSeen seen) {
    Post post = seen.post();
    return new CommentSeen(
        new CommentRef(
            storable(seen.comment().platform()),
            storable(seen.comment().account()),
            storable(seen.comment().id())),
        storable(seen.revision()),
        seen.kind(),
        new Post(
            storable(post.id()),
            storable(post.title()),
            storable(post.text()),
            post.permalink().map(CommentDecoder::storable)),
        seen.parent().map(CommentDecoder::storable),
        new Author(
            seen.author().id().map(CommentDecoder::storable), storable(seen.author().name())),
        storable(seen.text()),
        seen.visibility(),
        seen.attachments().stream().map(CommentDecoder::storable).toList(),
        seen.permalink().map(CommentDecoder::storable),
        seen.claimedAt(),
        // PostgreSQL stores microseconds; a finer instant would look newer than itself on
        // redelivery.
        seen.observedAt().truncatedTo(ChronoUnit.MICROS),
        seen.lane(),
        storable(seen.raw()),
        seen.names());
  }

  /** Returns the accounts that these records are about. */
  public static Set<String> accounts(List<CommentSeen> seen) {
    return seen.stream().map(s -> s.comment().account()).collect(Collectors.toSet());
  }

  /** Returns which comments these records are about. */
  public static Set<CommentKey> keys(List<CommentSeen> seen) {
    return seen.stream().map(CommentTranslation::key).collect(Collectors.toSet());
  }

  /**
   * Returns a text that the database can hold, with a replacement character for what it cannot.
   * PostgreSQL's text type can hold neither NUL nor half a surrogate pair, which hostile text may
   * contain.
   */
  public static String storable(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, REPLACEMENT);
      }
    }
    return mended == null ? text : mended.toString();
  }
}
