package hallmonitor.contract.event;

import static hallmonitor.contract.event.EventExamples.AT;
import static hallmonitor.contract.event.EventExamples.CASE;
import static hallmonitor.contract.event.EventExamples.CLOCK;
import static hallmonitor.contract.event.EventExamples.ESCALATION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One example of each event of an escalation. */
final class EscalationEventExamples {
  private static final UUID NOTICE = UUID.fromString("1d2c3b4a-5f6e-5d7c-8b9a-0f1e2d3c4b44");

  private EscalationEventExamples() {}

  static void add(Map<String, Object> examples) {
    examples.put(
        "EvidenceSealed",
        new EscalationEvent.EvidenceSealed(ESCALATION, CASE, 12, "ab".repeat(32), AT));
    examples.put(
        "NoticeSent",
        new EscalationEvent.NoticeSent(ESCALATION, CASE, NOTICE, "okafor", "principal", AT));
    examples.put(
        "NoticeSentAgain",
        new EscalationEvent.NoticeSent(
            ESCALATION,
            CASE,
            NOTICE,
            "okafor",
            "principal",
            AT,
            Optional.of("An earlier copy may have arrived too.")));
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
    examples.put(
        "MessageReported",
        new EscalationEvent.MessageReported(
            ESCALATION,
            CASE,
            NOTICE,
            "text",
            EscalationEvent.MessageWay.TEXT,
            EscalationEvent.MessageAct.TELL,
            EscalationEvent.MessageOutcome.RETRYING,
            Optional.of("okafor"),
            Optional.of("principal"),
            Optional.of("The gateway answers 503."),
            AT));
    examples.put(
        "Acknowledged",
        new EscalationEvent.Acknowledged(
            ESCALATION,
            CASE,
            "okafor",
            AT,
            Optional.of(AT.plusSeconds(3600)),
            Optional.of("The officer is on the way.")));
    examples.put(
        "AcknowledgmentExpired",
        new EscalationEvent.AcknowledgmentExpired(
            ESCALATION, CASE, "okafor", "okafor, haddad", AT));
    examples.put(
        "WordsRead",
        new EscalationEvent.WordsRead(
            ESCALATION,
            CASE,
            UUID.fromString("1d2c3b4a-5f6e-4a7b-8c9d-0e1f2a3b4c5d"),
            "okafor",
            AT));
    examples.put(
        "PictureKept",
        EscalationEvent.PictureKept.of(
            ESCALATION, CASE, "http://127.0.0.1/a.png", new byte[] {1, 2, 3}, AT));
    examples.put(
        "PictureSeen",
        new EscalationEvent.PictureSeen(
            ESCALATION,
            CASE,
            UUID.fromString("3f4e5d6c-7b8a-4f9e-8d1c-2b3a4f5e6d77"),
            "okafor",
            AT));
    examples.put(
        "ActionAsked",
        new EscalationEvent.ActionAsked(
            ESCALATION,
            CASE,
            UUID.fromString("2e3d4c5b-6a7f-4b8c-9d0e-1f2a3b4c5d6e"),
            "okafor",
            PlatformAction.HIDE,
            AT));
    examples.put("Reminded", new EscalationEvent.Reminded(ESCALATION, CASE, "okafor", AT));
    examples.put(
        "PassedOn", new EscalationEvent.PassedOn(ESCALATION, CASE, "okafor", "haddad", AT));
    examples.put(
        "HandedOver",
        new EscalationEvent.HandedOver(ESCALATION, CASE, "okafor", "lindgren", "I am away.", AT));
    examples.put(
        "Undelivered",
        new EscalationEvent.Undelivered(
            ESCALATION, CASE, "The mail server refuses every recipient.", AT));
    examples.put(
        "ClockStarted",
        new EscalationEvent.ClockStarted(
            ESCALATION,
            CASE,
            CLOCK,
            EscalationEvent.ClockKind.DUTY,
            "Written confirmation",
            "Confirm the call in writing.",
            "325 ILCS 5/7",
            Optional.of("okafor"),
            List.of("called-at", "call-id", "sent-at"),
            AT.plusSeconds(48 * 3600),
            AT));
    examples.put(
        "ClockStopped", new EscalationEvent.ClockStopped(ESCALATION, CASE, CLOCK, "okafor", AT));
    examples.put(
        "Closed", new EscalationEvent.Closed(ESCALATION, CASE, "okafor", "Harmless.", true, AT));
  }
}
