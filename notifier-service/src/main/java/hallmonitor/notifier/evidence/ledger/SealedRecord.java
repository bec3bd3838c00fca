package hallmonitor.notifier.evidence.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * One record of the ledger.
 *
 * @param sequence its number, from 1, without gaps
 * @param record canonical JSON: exactly what is hashed
 * @param hash of the record
 * @param link of the chain up to and including this record
 */
public record SealedRecord(long sequence, byte[] record, String hash, String link) {

  /** The end of the chain so far. */
  public record Head(long sequence, String link) {
    public static final Head EMPTY = new Head(0, Hash.GENESIS);
  }

  /**
   * The sealed content.
   *
   * @param content the JSON as received
   * @param happened when, by the observer's clock
   * @param arrived when it was queued for sealing, by the database's clock
   */
  public record Matter(
      UUID entry,
      UUID caseId,
      String kind,
      byte[] content,
      ClockTime happened,
      ClockTime arrived) {}

  /**
   * The clock at sealing.
   *
   * @param synchronised {@code yes}, {@code no} or {@code unknown}: whether the system's clock
   *     follows a time server
   */
  public record SealingClock(ClockTime reading, String synchronised) {}

  /**
   * Returns the next record of the chain.
   *
   * @param salt of this record only
   */
  public static SealedRecord next(Head head, Matter matter, SealingClock clock, Salt salt) {
    long sequence = head.sequence() + 1;
    // The members are in the order that RFC 8785 requires: by the code units of their names.
    String json =
        "{\"arrived\":"
            + matter.arrived().json()
            + ",\"case\":\""
            + matter.caseId()
            + "\",\"content\":"
            + CanonicalJson.content(matter.content())
            + ",\"entry\":\""
            + matter.entry()
            + "\",\"happened\":"
            + matter.happened().json()
            + ",\"kind\":"
            + CanonicalJson.quoted(matter.kind())
            + ",\"previous\":\""
            + head.link()
            + "\",\"salt\":\""
            + salt.hex()
            + "\",\"sealed\":{\"at\":"
            + CanonicalJson.quoted(clock.reading().at().toString())
            + ",\"clock\":"
            + CanonicalJson.quoted(clock.reading().clock())
            + ",\"synchronised\":"
            + CanonicalJson.quoted(clock.synchronised())
            + "},\"sequence\":"
            + sequence
            + ",\"version\":1}";
    byte[] record = json.getBytes(UTF_8);
    String hash = Hash.of(record);
    return new SealedRecord(sequence, record, hash, Hash.link(head.link(), hash));
  }

  public Head head() {
    return new Head(sequence, link);
  }
}
