package hallmonitor.notifier.evidence.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/**
 * The link from a case's records to signed checkpoints: for each stretch of the chain the link
 * before it, then the hashes of all records up to the next checkpoint, without their contents.
 */
final class ChainExcerpt {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The source of the hashes.
   *
   * @param hash returns a record's hash by number
   * @param link returns a record's link by number; {@code GENESIS} for 0
   * @param checkpointAfter returns the number of the first checkpoint at or after a record; 0 if
   *     there is none yet
   * @param end the ledger's last number
   */
  record Sources(
      LongFunction<Optional<String>> hash,
      LongFunction<Optional<String>> link,
      LongUnaryOperator checkpointAfter,
      long end) {}

  private ChainExcerpt() {}

  static ArrayNode stretches(List<CaseRecord> records, Sources sources) {
    ArrayNode stretches = JSON.createArrayNode();
    long done = 0;
    for (CaseRecord record : records) {
      if (record.sequence() <= done) {
        continue;
      }
      long checkpoint = sources.checkpointAfter().applyAsLong(record.sequence());
      long to = checkpoint == 0 ? sources.end() : checkpoint;
      ObjectNode stretch = stretches.addObject();
      long before = record.sequence() - 1;
      stretch.put("after", before);
      stretch.put(
          "link",
          before == 0
              ? SealedRecord.Head.EMPTY.link()
              : sources.link().apply(before).orElseThrow(() -> missing(before)));
      ArrayNode hashes = stretch.putArray("hashes");
      for (long n = record.sequence(); n <= to; n++) {
        long place = n;
        hashes.add(sources.hash().apply(n).orElseThrow(() -> missing(place)));
      }
      stretch.put("checkpoint", checkpoint);
      done = to;
    }
    return stretches;
  }

  private static IllegalStateException missing(long place) {
    return new IllegalStateException(
        "record " + place + " is not in the ledger; run deploy/evidence verify");
  }
}
