package hallmonitor.moderation.pipeline.steps;

import static hallmonitor.moderation.pipeline.steps.CommentDecoder.storable;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PostSeen;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes records into posts that the database can store exactly. */
public final class PostDecoder {
  private PostDecoder() {}

  /**
   * Decodes.
   *
   * @throws EventJson.UnreadableEvent if one of them is not a post
   */
  public static List<PostSeen> decode(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(r -> kept(EventJson.read(r.value(), PostSeen.class))).toList();
  }

  private static PostSeen kept(PostSeen seen) {
    return new PostSeen(
        storable(seen.platform()),
        storable(seen.account()),
        storable(seen.post()),
        storable(seen.version()),
        storable(seen.title()),
        storable(seen.text()),
        seen.pictures().stream().map(CommentDecoder::storable).toList(),
        seen.permalink().map(CommentDecoder::storable),
        seen.claimedAt(),
        seen.observedAt().truncatedTo(ChronoUnit.MICROS));
  }
}
