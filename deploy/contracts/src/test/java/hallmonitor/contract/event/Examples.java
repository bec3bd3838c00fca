package hallmonitor.contract.event;

import hallmonitor.contract.event.AccountStatus.Backfill;
import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.CaseEscalated.Finding;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CaseEscalated.Urgency;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One example of each event, as the golden files hold it. */
final class Examples {
  private static final CommentRef COMMENT = new CommentRef("wordpress", "practice", "4711");
  private static final UUID CASE = UUID.fromString("5f0c1f1e-7a3b-5c55-9d53-0a6a3f3c2b11");
  private static final UUID ACTION = UUID.fromString("0b1f4c9a-2f8e-5d60-8a10-4e2f6f1d7c22");
  private static final UUID ESCALATION = UUID.fromString("9a6b7c5d-1e2f-5a3b-8c4d-6e7f8a9b0c33");
  private static final UUID NOTICE = UUID.fromString("1d2c3b4a-5f6e-5d7c-8b9a-0f1e2d3c4b44");
  private static final Instant AT = Instant.parse("2026-11-24T18:30:05.250Z");

  private Examples() {}

  static Map<String, Object> all() {
    Map<String, Object> examples = new LinkedHashMap<>();
    examples.put("CommentSeen", commentSeen());
    examples.put(
        "ActionOrdered",
        new ActionOrdered(
            ACTION,
            CASE,
            COMMENT,
            PlatformAction.HIDE,
            "2.1",
            "a1b2c3d4e5f6",
            "0f9e8d7c6b5a",
            "policy",
            "Threat against a school.",
            AT));
    examples.put(
        "ActionTaken",
        new ActionTaken(ACTION, CASE, COMMENT, PlatformAction.HIDE, true, "hold", AT));
    examples.put(
        "ActionFailed",
        new ActionFailed(
            ACTION,
            CASE,
            COMMENT,
            PlatformAction.HIDE,
            Why.GONE,
            "The comment no longer exists on the platform.",
            AT));
    examples.put("CaseEscalated", caseEscalated());
    examples.put(
        "EvidenceSealed",
        new EscalationEvent.EvidenceSealed(ESCALATION, CASE, 12, "ab".repeat(32), AT));
    examples.put(
        "NoticeSent",
        new EscalationEvent.NoticeSent(ESCALATION, CASE, NOTICE, "okafor", "principal", AT));
    examples.put(
        "NoticeFailed",
        new EscalationEvent.NoticeFailed(
            ESCALATION,
            CASE,
            NOTICE,
            "okafor",
            "principal",
            true,
            "The mail server does not answer; it is tried again.",
            AT));
    examples.put("Acknowledged", new EscalationEvent.Acknowledged(ESCALATION, CASE, "okafor", AT));
    examples.put("Reminded", new EscalationEvent.Reminded(ESCALATION, CASE, "okafor", AT));
    examples.put(
        "PassedOn", new EscalationEvent.PassedOn(ESCALATION, CASE, "okafor", "haddad", AT));
    examples.put(
        "Closed", new EscalationEvent.Closed(ESCALATION, CASE, "okafor", "false alarm", AT));
    examples.put("AccountStatus", accountStatus());
    return examples;
  }

  private static CommentSeen commentSeen() {
    return new CommentSeen(
        COMMENT,
        "3fa9c0d17be24a55",
        Kind.CREATED,
        new Post(
            "7", "Game day", "The Mavericks play on Friday.", Optional.of("http://127.0.0.1/7")),
        Optional.of("4700"),
        new Author(Optional.empty(), "Dana Reyes"),
        "¡Vamos Mavericks! \uD83C\uDFC8",
        Visibility.VISIBLE,
        List.of(),
        Optional.of("http://127.0.0.1/7#comment-4711"),
        Optional.of(Instant.parse("2026-11-24T18:30:05Z")),
        AT,
        Lane.LIVE,
        "{\"id\":4711}");
  }

  private static CaseEscalated caseEscalated() {
    return new CaseEscalated(
        ESCALATION,
        CASE,
        COMMENT,
        "3fa9c0d17be24a55",
        "2.1",
        "Threats",
        "threat",
        Urgency.IMMEDIATE,
        "maple-high",
        List.of("principal", "superintendent"),
        true,
        new Snapshot(
            "Maple Valley High School news",
            "Dana Reyes",
            "an example of a threat",
            "Game day",
            Optional.empty(),
            Optional.of("http://127.0.0.1/7#comment-4711"),
            List.of(
                new Finding("threat", 0.97, "patterns", List.of("a threat"), "Names a weapon."))),
        "a1b2c3d4e5f6",
        "0f9e8d7c6b5a",
        AT,
        AT.plusMillis(80));
  }

  private static AccountStatus accountStatus() {
    return new AccountStatus(
        "practice",
        "wordpress",
        "Maple Valley High School news",
        State.CONNECTED,
        List.of("hide", "restore", "delete"),
        Optional.of(AT),
        Optional.of(AT),
        0,
        1.0,
        0,
        Optional.of(new Backfill(120, Optional.of(340L), Optional.of(AT), false)),
        Optional.empty(),
        AT);
  }
}
