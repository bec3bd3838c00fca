package hallmonitor.notifier.evidence.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * One record of the ledger.
 *
 * @param sequence its place, from 1, without gaps
 * @param record canonical JSON: exactly what is hashed
 * @param hash of the record
 * @param link of the chain up to and with this record
 */
public record SealedRecord(long sequence, byte[] record, String hash, String link) {

  /** The end of the chain so far. */
  public record Head(long sequence, String link) {
    public static final Head EMPTY = new Head(0, Hash.GENESIS);
  }

  /**
   * What is sealed.
   *
   * @param content JSON as it came
   * @param happened when, by the clock of whoever saw it
   * @param arrived when it was put before the seal, by the database's clock
   */
  public record Matter(
      UUID entry,
      UUID caseId,
      String kind,
      byte[] content,
      ClockTime happened,
      ClockTime arrived) {}

  /**
   * The clock that seals.
   *
   * @param synchronised {@code yes}, {@code no} or {@code unknown}: whether that system's clock
   *     follows a time server
   */
  public record SealingClock(ClockTime reading, String synchronised) {}

  /**
   * The next record of the chain.
   *
   * @param salt of this record alone
   */
  public static SealedRecord next(Head head, Matter matter, SealingClock clock, Salt salt) {
    long sequence = head.sequence() + 1;
    // The members stand in the order that RFC 8785 asks for: by their names' code units.
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
