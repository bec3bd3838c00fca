package hallmonitor.notifier.evidence.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/**
 * Follows the chain record by record and reports what is wrong with the first bad one. Keeps only
 * the head in memory, so that a ledger may have any length.
 */
public final class Chain {
  /**
   * How far a chain holds.
   *
   * @param head its last good record
   * @param problem what is wrong with the next one; empty if there is none
   */
  public record Followed(SealedRecord.Head head, Optional<String> problem) {}

  /** What {@link #next} says of a record that was changed after it was sealed. */
  public static final String CHANGED =
      "its content does not have its hash: it was changed after it was sealed";

  private SealedRecord.Head head;

  /** Starts at the first record. */
  public Chain() {
    this(SealedRecord.Head.EMPTY);
  }

  public Chain(SealedRecord.Head from) {
    head = from;
  }

  public SealedRecord.Head head() {
    return head;
  }

  /**
   * Checks the next record. After a problem the chain does not advance.
   *
   * @return what is wrong, in words for a person
   */
  public Optional<String> next(UncheckedRecord found) {
    long sequence = head.sequence() + 1;
    if (!Hash.isOne(found.hash()) || !Hash.isOne(found.link())) {
      return Optional.of("its hash or link is no SHA-256 in lower-case hex");
    }
    if (!Hash.of(found.record()).equals(found.hash())) {
      return Optional.of(CHANGED);
    }
    RecordFacts facts;
    try {
      facts = RecordFacts.read(found.record());
    } catch (IllegalArgumentException e) {
      return Optional.of("it is no record of this ledger (" + e.getMessage() + ")");
    }
    if (facts.version() != 1) {
      return Optional.of("it is of version " + facts.version() + ", and only 1 is known");
    }
    if (facts.sequence() != sequence) {
      return Optional.of(
          "it says that it is record "
              + facts.sequence()
              + ": one was removed, inserted or moved here");
    }
    if (!facts.previous().equals(head.link())) {
      return Optional.of(
          "it was chained to another record than the one before it: that one was exchanged");
    }
    if (!Salt.isOne(facts.salt())) {
      return Optional.of("it holds no salt of 32 hex digits");
    }
    if (!Hash.link(head.link(), found.hash()).equals(found.link())) {
      return Optional.of("its link does not follow from the link before it and its hash");
    }
    if (!isCanonical(found.record())) {
      return Optional.of("it is not spelled as RFC 8785 asks, so it can be read in two ways");
    }
    head = new SealedRecord.Head(sequence, found.link());
    return Optional.empty();
  }

  private static boolean isCanonical(byte[] record) {
    try {
      return Arrays.equals(CanonicalJson.of(record).getBytes(UTF_8), record);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
