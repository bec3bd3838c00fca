package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.AcknowledgmentExpired;
import hallmonitor.contract.event.EscalationEvent.ActionAsked;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.ClockStopped;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EscalationEvent.HandedOver;
import hallmonitor.contract.event.EscalationEvent.MessageReported;
import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.PassedOn;
import hallmonitor.contract.event.EscalationEvent.PictureSeen;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import hallmonitor.contract.event.EscalationEvent.Undelivered;
import hallmonitor.contract.event.EscalationEvent.WordsRead;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Records an escalation's events in the case's history; the same event twice is one row. */
final class EscalationHistory {
  /**
   * An entry.
   *
   * @param former the key that an earlier version gave to the same event, or {@code dedupe}
   */
  private record Row(
      UUID caseId, Instant at, String kind, String detail, String dedupe, String former) {}

  private EscalationHistory() {}

  /** An event of an unknown case violates the foreign key and counts as an unusable record. */
  static void add(Connection connection, List<EscalationEvent> events) throws SQLException {
    ColumnArrays.of(events.stream().map(EscalationHistory::row).toList())
        .uuid(Row::caseId)
        .time(Row::at)
        .text(Row::kind)
        .text(Row::detail)
        .text(Row::dedupe)
        .text(Row::former)
        .execute(
            connection,
            """
            insert into case_event (case_id, at, actor, kind, detail, dedupe)
            select case_id, at, 'notifier', kind, detail, dedupe
            from unnest(?, ?, ?, ?, ?, ?) with ordinality
              as e(case_id, at, kind, detail, dedupe, former, place)
            where not exists (
              select from case_event known where known.dedupe = e.former and known.at = e.at)
            order by place
            on conflict (dedupe) do nothing
            """);
  }

  private static Row row(EscalationEvent event) {
    if (event instanceof NoticeSent sent) {
      String note = sent.note().map(words -> " " + words).orElse("");
      String detail = "To " + who(sent.person(), sent.role()) + "." + note;
      return row(event, "notice-sent", detail, sent.noticeId());
    }
    if (event instanceof NoticeFailed failed) {
      String kind = failed.willRetry() ? "notice-retrying" : "notice-failed";
      String detail = "To " + who(failed.person(), failed.role()) + ": " + words(failed.message());
      return row(event, kind, detail, failed.noticeId());
    }
    if (event instanceof MessageReported message) {
      return message(message);
    }
    if (event instanceof EvidenceSealed sealed) {
      return row(event, "evidence-sealed", "Record " + sealed.sequence() + ".", sealed.sequence());
    }
    if (event instanceof Acknowledged acknowledged) {
      return acknowledged(acknowledged);
    }
    if (event instanceof AcknowledgmentExpired expired) {
      return row(
          event,
          "acknowledgment-expired",
          "Of " + expired.person() + ", without an outcome or a next step.",
          expired.at());
    }
    if (event instanceof Reminded reminded) {
      return row(event, "reminded", "Reminded " + reminded.person() + ".", reminded.at());
    }
    if (event instanceof PassedOn passed) { // the same people pass it on in each round
      return rowOfRound(
          event,
          "passed-on",
          "From " + passed.from() + " to " + passed.to() + ".",
          passed.from() + ">" + passed.to());
    }
    if (event instanceof HandedOver handed) {
      return row(
          event,
          "handed-over",
          "From " + handed.from() + " to " + handed.to() + ". " + words(handed.note()),
          handed.at());
    }
    if (event instanceof Undelivered undelivered) {
      return row(event, "undelivered", words(undelivered.message()), undelivered.at());
    }
    if (event instanceof ClockStarted started) {
      return row(
          event, "clock-started", started.title(), started.clockId() + "/" + started.dueAt());
    }
    if (event instanceof ClockStopped stopped) {
      return rowOfRound(
          event, "clock-stopped", "By " + stopped.by() + ".", stopped.clockId().toString());
    }
    if (event instanceof WordsRead look) {
      return row(
          event, "words-read", "By " + look.person() + ", on the answer page.", look.lookId());
    }
    if (event instanceof PictureSeen look) {
      return row(
          event, "picture-read", "By " + look.person() + ", on the answer page.", look.lookId());
    }
    if (event instanceof ActionAsked asked) {
      String what = asked.action() == PlatformAction.HIDE ? "hide it" : "show it again";
      return row(
          event,
          "action-asked",
          asked.person() + " asked on the answer page to " + what + ".",
          asked.askId());
    }
    Closed closed = (Closed) event;
    return row(event, "closed", "By " + closed.person() + ": " + words(closed.outcome()), "");
  }

  /** A message may be retried for several reasons; each is an entry. */
  private static Row message(MessageReported event) {
    String kind =
        switch (event.outcome()) {
          case TAKEN -> "message-sent";
          case ARRIVED -> "message-arrived";
          case RETRYING -> "message-retrying";
          case FAILED -> "message-failed";
        };
    String about =
        switch (event.act()) {
          case TELL -> "";
          case TAKE -> " It says that someone has it.";
          case END -> " It says that it is over.";
        };
    String note = event.note().map(words -> " " + words).orElse("");
    return row(
        event,
        kind,
        to(event) + about + note,
        event.messageId() + (kind.equals("message-retrying") ? "/" + event.at() : ""));
  }

  private static String to(MessageReported event) {
    String who = who(event.person().orElse(""), event.role().orElse(""));
    return switch (event.way()) {
      case TEXT -> "Text message to " + who + ".";
      case CALL -> "Call to " + who + ".";
      case PAGERDUTY -> "To PagerDuty (" + event.gateway() + ").";
      case TEAMS -> "To Microsoft Teams (" + event.gateway() + ").";
      case SLACK -> "To Slack (" + event.gateway() + ").";
      case ROSTER -> "Roster " + event.gateway() + ".";
    };
  }

  /** An acknowledgment that can run out may be repeated, so its time is part of the key. */
  private static Row acknowledged(Acknowledged event) {
    String nextStep = event.nextStep().map(step -> " Next step: " + step).orElse("");
    boolean again = event.until().isPresent() || event.nextStep().isPresent();
    return row(
        event,
        "acknowledged",
        "By " + event.person() + "." + nextStep,
        again ? event.person() + "/" + event.at() : event.person());
  }

  private static Row row(EscalationEvent event, String kind, String detail, Object which) {
    String dedupe = storable(dedupe(event, kind, which));
    return new Row(event.caseId(), event.at(), kind, storable(detail), dedupe, dedupe);
  }

  /**
   * What may happen again has its time in the key. Entries of earlier versions have none, and an
   * event of that time may be read again.
   */
  private static Row rowOfRound(EscalationEvent event, String kind, String detail, String which) {
    Row row = row(event, kind, detail, which + "/" + event.at());
    return new Row(
        row.caseId(),
        row.at(),
        kind,
        row.detail(),
        row.dedupe(),
        storable(dedupe(event, kind, which)));
  }

  /** Returns the key of an event's entry. */
  static String dedupe(EscalationEvent event) {
    return row(event).dedupe();
  }

  private static String dedupe(EscalationEvent event, String kind, Object which) {
    return "escalation/" + event.escalationId() + "/" + kind + "/" + which;
  }

  private static String who(String person, String role) {
    return person == null || person.isBlank() ? "the role " + role : person + " (" + role + ")";
  }

  /** PostgreSQL's text type cannot hold NUL. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  private static String words(String text) {
    return text == null ? "" : text;
  }
}
