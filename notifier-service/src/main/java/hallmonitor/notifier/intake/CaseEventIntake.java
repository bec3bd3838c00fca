package hallmonitor.notifier.intake;

import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CaseEvent.CaptureAsked;
import hallmonitor.contract.event.CaseEvent.CaseAnswered;
import hallmonitor.contract.event.CaseEvent.CaseChanged;
import hallmonitor.contract.event.CaseEvent.CaseViewed;
import hallmonitor.contract.event.CaseEvent.DutyDone;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.PublishedAgain;
import hallmonitor.notifier.clock.AnswerService;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.clock.Conversations;
import hallmonitor.notifier.clock.EscalationService;
import hallmonitor.notifier.escalation.EscalationFact;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.notice.CommentDecision;
import hallmonitor.notifier.notice.CommentReport;
import hallmonitor.notifier.queue.CommentReports;
import hallmonitor.notifier.queue.ConsolePeople;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Processes events of cases and people's answers from the console, each in its own transaction and
 * once per event id. All of them are queued for sealing. An answer to a case that was never
 * escalated, or that has a closed escalation, is only recorded there. A decision on the comment is
 * not an answer: it is stored for every case, and the people who were asked are notified.
 */
public final class CaseEventIntake implements BatchReader.Handler {
  private static final System.Logger LOG = System.getLogger(CaseEventIntake.class.getName());

  /** Actors that are not people. */
  private static final Set<String> MACHINES = Set.of("policy", "ingest", "notifier");

  private final Jdbi database;
  private final AnswerService answering;
  private final EscalationService steps;
  private final InstantSource clock;
  private final Runnable wake;

  /**
   * Creates the intake.
   *
   * @param wake called after each commit that may have queued something
   */
  public CaseEventIntake(
      Jdbi database,
      AnswerService answering,
      EscalationService steps,
      InstantSource clock,
      Runnable wake) {
    this.database = database;
    this.answering = answering;
    this.steps = steps;
    this.clock = clock;
    this.wake = wake;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      CaseEvent event = EventJson.read(record.value(), CaseEvent.class);
      boolean again = PublishedAgain.isOne(record);
      database.useTransaction(transaction -> take(transaction, event, again));
      wake.run();
    }
  }

  private void take(Handle transaction, CaseEvent event, boolean again) {
    boolean isNew =
        transaction
                .createUpdate(
                    "insert into case_event_taken (event_id) values (:id) on conflict do nothing")
                .bind("id", event.eventId())
                .execute()
            == 1;
    if (!isNew) {
      if (again) {
        PublishedAgain.answer(transaction, Topic.ESCALATION_EVENTS, event.caseId().toString());
      }
      return;
    }
    Evidence.add(
        transaction,
        List.of(
            new EvidenceEntry(event.eventId(), event.caseId(), kind(event), event, event.at())));
    learnNames(transaction, event);
    Instant now = clock.instant();
    if (event instanceof DutyDone it) {
      answering.filledIn(transaction, it.clockId(), it.fields(), it.done(), it.user(), now);
    } else if (event instanceof CaseChanged it) {
      changed(transaction, it, now);
    } else if (!(event instanceof CaptureAsked)) {
      Conversations.lockOfCase(transaction, event.caseId())
          .ifPresent(conversation -> happened(transaction, conversation, event, now));
    }
  }

  private static void learnNames(Handle transaction, CaseEvent event) {
    if (event instanceof CaseChanged it) {
      it.actorName().ifPresent(name -> ConsolePeople.heard(transaction, it.actor(), name));
    } else if (event instanceof CaseViewed it) {
      ConsolePeople.heard(transaction, it.user(), it.name());
    } else if (event instanceof CaseAnswered it) {
      ConsolePeople.heard(transaction, it.user(), it.name());
    }
  }

  private void happened(Handle transaction, Conversation of, CaseEvent event, Instant now) {
    if (event instanceof CaseViewed it) {
      answering.seen(transaction, of, it.user(), now);
    } else if (event instanceof CaseAnswered it) {
      AnswerService.Outcome outcome =
          answering.answerOnCase(
              transaction,
              of,
              it.caseId(),
              it.user(),
              it.answerable().orElse(true),
              EscalationFact.Answer.valueOf(it.answer().name()),
              it.to(),
              it.note(),
              now);
      LOG.log(
          System.Logger.Level.INFO,
          "answered: case={0} {1}: {2}",
          it.caseId(),
          it.answer(),
          outcome);
    }
  }

  private void changed(Handle transaction, CaseChanged event, Instant now) {
    if (CommentReport.isOne(event.kind())) {
      CommentReport report = new CommentReport(event.kind(), event.detail(), event.at());
      CommentReports.put(transaction, event.caseId(), report);
      if (report.isOutOfSight()) {
        steps.news().outOfSight(transaction, event.eventId(), event.caseId(), event.at(), now);
      }
    }
    if (isDecision(event)) {
      steps
          .news()
          .decided(
              transaction,
              event.decision().orElse(event.eventId()),
              event.caseId(),
              event.actor(),
              event.kind(),
              event.at(),
              now);
    }
  }

  /** The entry for carrying it out arrives later, and not from a person. */
  private static boolean isDecision(CaseChanged event) {
    return CommentDecision.isToldAnyway(event.kind())
        || CommentDecision.isOne(event.kind()) && !MACHINES.contains(event.actor());
  }

  private static String kind(CaseEvent event) {
    if (event instanceof CaptureAsked) {
      return EvidenceEntry.CAPTURE;
    }
    if (event instanceof CaseChanged it) {
      return it.kind();
    }
    if (event instanceof CaseViewed) {
      return "viewed";
    }
    return event instanceof CaseAnswered ? "answered" : "duty-filled-in";
  }
}
