package hallmonitor.bench.escalations;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEscalated.Finding;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CaseEscalated.Urgency;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes escalations of immediate danger as the moderation service does. A distinct one has its own
 * post, author and words; one that is not repeats the words of the distinct one before it under the
 * same post, so that it joins its conversation.
 */
final class SentEscalations {
  private record Kind(String category, String clause, List<String> roles, String wording) {}

  private static final List<String> BUILDINGS =
      List.of("maple-high", "birch-elementary", "district-office");

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "threat",
              "3.2",
              List.of("principal"),
              "I am bringing a gun to school %d and shooting everyone in hallway %d"),
          new Kind(
              "threat",
              "3.2",
              List.of("principal"),
              "tomorrow at lunch I will stab somebody in room %d, table %d"),
          new Kind(
              "threat-report",
              "3.4",
              List.of("principal", "assistant-principal"),
              "my cousin said that he hid something under bus %d for stop %d, please look"),
          new Kind(
              "self-harm",
              "3.6",
              List.of("counselor", "principal"),
              "nobody in class %d would notice if I were gone by day %d"));

  private final double distinct;
  private int written;
  private int subject;

  /**
   * Creates a writer.
   *
   * @param distinct share of escalations that are unlike all others, 0 to 1
   */
  SentEscalations(double distinct) {
    this.distinct = distinct;
  }

  /** Returns the next one, and whether it is unlike all before it. */
  Escalated next() {
    written++;
    boolean isDistinct = (int) Math.floor(written * distinct) > subject || written == 1;
    subject += isDistinct ? 1 : 0;
    return new Escalated(event(subject), isDistinct);
  }

  /**
   * One escalation.
   *
   * @param distinct whether somebody gets a mail of its own about it
   */
  record Escalated(CaseEscalated event, boolean distinct) {}

  private CaseEscalated event(int n) {
    Kind kind = KINDS.get(n % KINDS.size());
    String building = BUILDINGS.get(n / KINDS.size() % BUILDINGS.size());
    CommentRef comment = new CommentRef("wordpress", "practice", Integer.toString(written));
    String author = "neighbor " + n;
    String text = kind.wording().formatted(100 + n, 7_000 - n);
    Instant now = Instant.now();
    Snapshot snapshot =
        new Snapshot(
            "Maple Valley High School news (practice page)",
            author,
            text,
            "Homecoming, part " + n,
            Optional.empty(),
            Optional.of("http://127.0.0.1/post-" + n + "#comment-" + written),
            List.of(new Finding(kind.category(), .97, "scout", List.of(), "A time and a place.")),
            Optional.empty());
    return new CaseEscalated(
        UUID.randomUUID(),
        UUID.randomUUID(),
        comment,
        "r1",
        kind.clause(),
        "Possible danger",
        kind.category(),
        Urgency.IMMEDIATE,
        building,
        kind.roles(),
        true,
        Optional.empty(),
        snapshot,
        "policy-1",
        "model-1",
        now,
        now,
        Optional.of(capture(comment, kind, "post-" + n, author, text, now)),
        Optional.of("Posible peligro"));
  }

  private static Capture capture(
      CommentRef comment, Kind kind, String post, String author, String text, Instant now) {
    CommentSeen seen =
        new CommentSeen(
            comment,
            "r1",
            CommentSeen.Kind.CREATED,
            new CommentSeen.Post(post, "Homecoming", "", Optional.empty()),
            Optional.empty(),
            new CommentSeen.Author(Optional.of(author.replace(' ', '-')), author),
            text,
            CommentSeen.Visibility.VISIBLE,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            now,
            CommentSeen.Lane.LIVE,
            "{\"rendered\":\"<p>" + text + "</p>\"}",
            Optional.empty());
    return new Capture(
        seen,
        List.of(),
        List.of(),
        false,
        kind.clause(),
        "policy-1",
        "model-1",
        "policy",
        Optional.of(now),
        now);
  }
}
