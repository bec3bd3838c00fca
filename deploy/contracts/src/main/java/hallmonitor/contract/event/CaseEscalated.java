package hallmonitor.contract.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A person must act. Published once for each escalated revision of a case; {@code escalationId} is
 * unique.
 *
 * @param escalationId derived from the case and the revision
 * @param clause id of the policy clause
 * @param clauseTitle its title as shown to people
 * @param category the category that weighed most, such as {@code threat}
 * @param building the building; its administration is notified
 * @param roles who is notified, as named in district.yaml
 * @param hideOrdered whether the comment is hidden as soon as its evidence is sealed
 * @param hideNotDone what people have to do by hand, because an ordered hide is not carried out;
 *     otherwise absent, as in records of older writers
 * @param snapshot the comment as it was judged, as notices show it
 * @param capture the content of the evidence; absent in records from before evidence existed
 * @param clauseTitleSpanish the clause's title in Spanish; absent if the district gave it none, and
 *     in records of older writers
 */
public record CaseEscalated(
    UUID escalationId,
    UUID caseId,
    CommentRef comment,
    String revision,
    String clause,
    String clauseTitle,
    String category,
    Urgency urgency,
    String building,
    List<String> roles,
    boolean hideOrdered,
    Optional<String> hideNotDone,
    Snapshot snapshot,
    String policyVersion,
    String modelVersion,
    Instant seenAt,
    Instant escalatedAt,
    Optional<Capture> capture,
    Optional<String> clauseTitleSpanish) {

  public enum Urgency {
    /** Interrupts people at any hour. */
    IMMEDIATE,
    /** Interrupts people outside quiet hours. */
    SOON,
    /** Goes into a digest. */
    DIGEST
  }

  /**
   * The comment, its context and its findings.
   *
   * @param english the text in English for readers without Spanish, word by word from a list;
   *     absent if nothing in it is Spanish, and in records of older writers
   */
  public record Snapshot(
      String accountName,
      String authorName,
      String text,
      String postTitle,
      Optional<String> parentText,
      Optional<String> permalink,
      List<Finding> findings,
      Optional<String> english) {
    public Snapshot {
      english = english == null ? Optional.empty() : english;
      findings = findings == null ? List.of() : List.copyOf(findings);
    }
  }

  /**
   * What was found.
   *
   * @param score 0 to 1
   * @param quoted the words of the comment that caused it
   */
  public record Finding(
      String category, double score, String detector, List<String> quoted, String why) {
    /** Detector of a picture that the district looks for; why names the listed picture. */
    public static final String KNOWN_PICTURE = "known picture";

    /** Detector of words in a picture; all that was read there is quoted. */
    public static final String IN_A_PICTURE = "in a picture";

    public Finding {
      quoted = quoted == null ? List.of() : List.copyOf(quoted);
    }
  }

  public CaseEscalated {
    Objects.requireNonNull(escalationId, "escalationId");
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(building, "building");
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(escalatedAt, "escalatedAt");
    hideNotDone = hideNotDone == null ? Optional.empty() : hideNotDone;
    capture = capture == null ? Optional.empty() : capture;
    clauseTitleSpanish = clauseTitleSpanish == null ? Optional.empty() : clauseTitleSpanish;
    roles = roles == null ? List.of() : List.copyOf(roles);
  }

  /** Returns the Kafka key. */
  public String key() {
    return caseId.toString();
  }
}
