package hallmonitor.moderation.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * Deterministic ids, so that handling the same fact twice gives the same case, order and
 * escalation. They are UUIDs of version 5 (RFC 9562, section 5.5) in this program's own name space.
 */
public final class CaseIds {
  private static final UUID NAME_SPACE = UUID.fromString("6f0c3c52-6a8e-5c0b-9f57-2f1a7d4f3e11");

  private CaseIds() {}

  public static UUID ofCase(CommentKey comment) {
    return named("case", comment.account(), comment.id());
  }

  /**
   * Returns an order's id.
   *
   * @param ordinal 0 for the policy's own order, otherwise one more than the case version that a
   *     person decided on
   */
  public static UUID ofAction(UUID caseId, String revision, Action action, int ordinal) {
    return named("action", caseId.toString(), revision, action.name(), Integer.toString(ordinal));
  }

  public static UUID ofEscalation(UUID caseId, String revision) {
    return named("escalation", caseId.toString(), revision);
  }

  /**
   * Returns the id of a manual escalation.
   *
   * @param version of the case that the person saw
   */
  public static UUID ofEscalationByHand(UUID caseId, int version) {
    return named("escalation-by-hand", caseId.toString(), Integer.toString(version));
  }

  /**
   * Returns the id of the escalation of a case that no one decided in the danger lane.
   *
   * @param version of the case at its deadline
   */
  public static UUID ofEscalationFromLane(UUID caseId, int version) {
    return named("escalation-from-lane", caseId.toString(), Integer.toString(version));
  }

  /** Returns the id of the escalation of a hide that was not carried out. */
  public static UUID ofEscalationOfHide(UUID actionId) {
    return named("escalation-of-hide", actionId.toString());
  }

  /**
   * Returns the id of the event for an entry of a case's history.
   *
   * @param dedupe of the entry
   */
  public static UUID ofEvent(String dedupe) {
    return named("case-event", dedupe);
  }

  /**
   * Returns the id of a person's decision, which all its entries in the history share.
   *
   * @param dedupe of its first entry
   */
  public static UUID ofDecision(String dedupe) {
    return named("decision", dedupe);
  }

  /** Returns the id of the event for a person's first look at a case. */
  public static UUID ofView(UUID caseId, String userName) {
    return named("case-view", caseId.toString(), userName);
  }

  /** Returns the id of an order to block or unblock an author; a block has at most one of each. */
  public static UUID ofBlockOrder(UUID blockId, Block.Order order) {
    return named("block-order", blockId.toString(), order.name());
  }

  /**
   * Returns the id of a reply to a case's comment.
   *
   * @param attempt counts from 0; a refused reply is not requested again
   */
  public static UUID ofReply(UUID caseId, String template, int attempt) {
    return named("reply", caseId.toString(), template, Integer.toString(attempt));
  }

  /** Returns the id of a reply in a person's own words. */
  public static UUID ofOwnReply(UUID caseId, String text, int attempt) {
    return named("reply", caseId.toString(), "", text, Integer.toString(attempt));
  }

  /** Returns the id of a decision on similar cases; sending it twice gives the same id. */
  public static UUID ofDecisionOnAlike(
      List<SeenCase> cases, Decision.Kind kind, String note, String by) {
    return named("alike", cases.toString(), kind.name(), note, by);
  }

  private static UUID named(String... parts) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(NAME_SPACE.getMostSignificantBits())
            .putLong(NAME_SPACE.getLeastSignificantBits())
            .array());
    for (String part : parts) {
      byte[] bytes = part.getBytes(UTF_8);
      // Prefixes each part with its length, so that different lists never give the same bytes.
      sha1.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      sha1.update(bytes);
    }
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
