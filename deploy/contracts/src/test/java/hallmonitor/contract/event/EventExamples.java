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
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One example of each event, as in the golden files. */
final class EventExamples {
  private static final CommentRef COMMENT = new CommentRef("wordpress", "practice", "4711");
  static final UUID CASE = UUID.fromString("5f0c1f1e-7a3b-5c55-9d53-0a6a3f3c2b11");
  private static final UUID ACTION = UUID.fromString("0b1f4c9a-2f8e-5d60-8a10-4e2f6f1d7c22");
  static final UUID ESCALATION = UUID.fromString("9a6b7c5d-1e2f-5a3b-8c4d-6e7f8a9b0c33");
  private static final UUID EVENT = UUID.fromString("2e3d4c5b-6a7f-5e8d-9c0b-1a2f3e4d5c66");
  static final UUID CLOCK = UUID.fromString("3f4e5d6c-7b8a-5f9e-8d1c-2b3a4f5e6d77");
  static final UUID COMMAND = UUID.fromString("4a5f6e7d-8c9b-5a0f-9e2d-3c4b5a6f7e88");
  private static final LocalDate FROM = LocalDate.parse("2026-09-01");
  static final Instant AT = Instant.parse("2026-11-24T18:30:05.250Z");

  private EventExamples() {}

  static Map<String, Object> all() {
    Map<String, Object> examples = new LinkedHashMap<>();
    examples.put("CommentSeen", commentSeen());
    examples.put("ServiceBeat", BeatExamples.serviceBeat());
    examples.put(
        "PostSeen",
        new PostSeen(
            "wordpress",
            "practice",
            "7",
            PostSeen.versionOf("Game day", "The Mavericks play on Friday.", List.of()),
            "Game day",
            "The Mavericks play on Friday.",
            List.of("http://127.0.0.1/team.jpg"),
            Optional.of("http://127.0.0.1/7"),
            Optional.of(AT),
            AT));
    examples.put(
        "BlocksSeen",
        new BlocksSeen(
            "mastodon",
            "practice",
            List.of(new Author(Optional.of("https://social.example/users/rlee"), "R. Lee")),
            true,
            AT));
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
                AT)
            .with(ActionOrdered.Urgency.DANGER));
    examples.put("ReplyOrdered", replyOrdered());
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
    EscalationEventExamples.add(examples);
    addCaseEvents(examples);
    examples.put("AccountStatus", accountStatus());
    examples.put("ProfileRead", profileRead());
    examples.put("AccountCommand", accountCommand());
    CredentialExamples.add(examples);
    EvidenceExamples.add(examples);
    return examples;
  }

  private static ProfileRead profileRead() {
    return new ProfileRead(
        "practice",
        "mastodon",
        "Maple Valley High School",
        "News for families.\nComments are moderated under the district's written policy.",
        List.of("https://www.maplevalley12.example/"),
        true,
        true,
        Optional.of(500),
        AT,
        List.of(
            new ProfileRead.Picture(
                "https://files.example/avatars/band.png", true, List.of("8f1e", "70a3"))));
  }

  /** Returns an {@link ActionOrdered} with the fields of a reply. */
  private static ActionOrdered replyOrdered() {
    return new ActionOrdered(
        ACTION,
        CASE,
        COMMENT,
        PlatformAction.REPLY,
        "2.1",
        "a1b2c3d4e5f6",
        "0f9e8d7c6b5a",
        "novak",
        "Reply from the template hidden-comment.",
        AT,
        Optional.of("A comment was hidden under clause 2.1.\n\nYou can object: 7K2M-9QXB-4TDN"),
        ActionOrdered.Urgency.PERSON);
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
        "{\"id\":4711}",
        Optional.of(Names.FREE));
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
        false,
        Optional.of("Readers may still see it. Sign in to the account and hide it by hand."),
        new Snapshot(
            "Maple Valley High School news",
            "Dana Reyes",
            "un ejemplo de amenaza",
            "Game day",
            Optional.empty(),
            Optional.of("http://127.0.0.1/7#comment-4711"),
            List.of(new Finding("threat", 0.97, "patterns", List.of("amenaza"), "Names a weapon.")),
            Optional.of("a example of threat")),
        "a1b2c3d4e5f6",
        "0f9e8d7c6b5a",
        AT,
        AT.plusMillis(80),
        Optional.of(capture("policy")),
        Optional.of("Amenazas"));
  }

  private static Capture capture(String cause) {
    return new Capture(
        commentSeen(),
        List.of(
            new Capture.Revision(
                "77aa00d17be24a55",
                Kind.CREATED,
                "an example",
                "{\"id\":4711}",
                AT.minusSeconds(60))),
        List.of(
            new Capture.ThreadComment(
                "4700",
                Optional.empty(),
                "Robin Vale",
                "Who plays on Friday?",
                AT.minusSeconds(90))),
        false,
        "2.1",
        "a1b2c3d4e5f6",
        "0f9e8d7c6b5a",
        cause,
        Optional.of(AT.plusMillis(60)),
        AT.plusMillis(80));
  }

  private static void addCaseEvents(Map<String, Object> examples) {
    examples.put(
        "CaptureAsked",
        new CaseEvent.CaptureAsked(
            EVENT,
            CASE,
            "bullying",
            "maple-high",
            capture("novak"),
            "novak",
            "Asked by a parent.",
            AT));
    examples.put(
        "CaseChanged",
        new CaseEvent.CaseChanged(
            EVENT,
            CASE,
            "edited",
            "ingest",
            "",
            Optional.of(commentSeen()),
            AT,
            Optional.of(EVENT),
            Optional.empty()));
    examples.put(
        "CaseDecided",
        new CaseEvent.CaseChanged(
            EVENT,
            CASE,
            "hide-ordered",
            "novak",
            "Clause 2.1.",
            Optional.empty(),
            AT,
            Optional.of(EVENT),
            Optional.of("Petra Novak")));
    examples.put("CaseViewed", new CaseEvent.CaseViewed(EVENT, CASE, "okafor", "Ngozi Okafor", AT));
    examples.put(
        "CaseAnswered",
        new CaseEvent.CaseAnswered(
            EVENT,
            CASE,
            "okafor",
            "Ngozi Okafor",
            CaseEvent.Answer.HAND_OVER,
            Optional.of("lindgren"),
            "I am away.",
            AT,
            Optional.of(true)));
    examples.put(
        "DutyDone",
        new CaseEvent.DutyDone(
            EVENT, CASE, CLOCK, "okafor", Map.of("call-id", "12345"), false, AT));
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
        Optional.of(
            new Backfill(
                120,
                Optional.of(340L),
                Optional.of(AT),
                false,
                Optional.of(FROM),
                false,
                Optional.of(AT),
                true)),
        Optional.empty(),
        AT,
        Optional.of(new AccountStatus.Paused("brandt", "The site moves.", AT, true)),
        List.of(
            new AccountStatus.Outcome(COMMAND, "PAUSE", "brandt", true, "Reading is paused.", AT)),
        Optional.of(new AccountStatus.Allowance(140, AT)),
        Optional.of(
            new AccountStatus.MissedDeliveries(
                AccountStatus.DeliveryCause.REFUSED, 2, AT, Optional.of(AT))),
        Optional.of(new AccountStatus.EditWatch(60, Optional.of(AT))));
  }

  private static AccountCommand accountCommand() {
    return new AccountCommand(
        COMMAND,
        "practice",
        AccountCommand.Act.START_BACKFILL,
        Optional.of(FROM),
        "brandt",
        "",
        AT);
  }
}
