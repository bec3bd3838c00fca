package hallmonitor.notifier.answer;

import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.clock.Conversations;
import hallmonitor.notifier.escalation.EscalatedComment;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.notice.CommentDecision;
import hallmonitor.notifier.notice.CommentStanding;
import hallmonitor.notifier.notice.NoticeReason;
import hallmonitor.notifier.queue.CommentDecisions;
import hallmonitor.notifier.queue.CommentRecord;
import hallmonitor.notifier.queue.CommentReports;
import hallmonitor.notifier.queue.ConversationMembers;
import hallmonitor.notifier.queue.ConversationMembers.Member;
import hallmonitor.notifier.queue.KeptPictures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What is known about a conversation.
 *
 * @param comments of its cases that were not closed separately, the most urgent and newest first;
 *     at most {@value #MOST}
 * @param cases their total number, shown or not
 * @param told who was notified, in order
 * @param role for which the reader was notified; empty if not notified
 * @param handed whether it was handed over to the reader
 * @param duties with a clock, running or stopped, for the reader or the administration
 */
record ConversationView(
    Conversation conversation,
    List<Comment> comments,
    int cases,
    List<Told> told,
    String role,
    boolean handed,
    List<DutyState> duties) {
  private static final int MOST_DECISIONS = 5;
  private static final int MOST = 30;

  /** A comment with what happened to it. */
  record Comment(
      EscalatedComment said,
      CommentStanding standing,
      List<CommentDecision> decisions,
      List<KeptPictures.Picture> pictures,
      KeptPictures.Missing missing) {
    UUID caseId() {
      return said.escalation().caseId();
    }

    UUID escalationId() {
      return said.escalation().id();
    }

    /** Returns whether hiding it is offered: never what people handed in from elsewhere. */
    boolean mayHide() {
      return standing.mayHide() && !said.escalation().account().startsWith(CommentRef.HANDED_IN);
    }
  }

  /**
   * A person who was notified.
   *
   * @param state {@code queued}, {@code sent} or {@code failed}
   * @param at when it was sent
   */
  public record Told(String person, String state, Instant at) {}

  /** The clock of a duty, by its id in escalation.yaml. */
  public record DutyState(String duty, Instant dueAt, boolean done) {}

  static Optional<ConversationView> find(Handle handle, UUID conversation, String reader) {
    return Conversations.find(handle, conversation).map(c -> of(handle, c, reader));
  }

  private static ConversationView of(Handle handle, Conversation of, String reader) {
    return new ConversationView(
        of,
        comments(handle, of),
        cases(handle, of.id()),
        told(handle, of),
        role(handle, of, reader),
        handed(handle, of, reader),
        duties(handle, of, reader));
  }

  Optional<Comment> comment(UUID caseId) {
    return comments.stream().filter(c -> c.caseId().equals(caseId)).findFirst();
  }

  private static int cases(Handle handle, UUID conversation) {
    return (int)
        ConversationMembers.of(handle, conversation).stream()
            .map(Member::caseId)
            .distinct()
            .count();
  }

  /** An edited comment was escalated again: its newest words count. */
  private static List<Comment> comments(Handle handle, Conversation of) {
    return handle
        .createQuery(
            """
            select event
            from (
              select distinct on (case_id) event, urgency, received_at, escalation_id
              from escalation
              where conversation_id = :id
                and closed_apart_at is null
              order by case_id, received_at desc, escalation_id) newest
            order by array_position(array['immediate', 'soon', 'digest'], urgency), received_at desc,
              escalation_id limit :most
            """)
        .bind("id", of.id())
        .bind("most", MOST)
        .map(CommentRecord.COLUMN)
        .list()
        .stream()
        .map(said -> comment(handle, said))
        .toList();
  }

  private static Comment comment(Handle handle, EscalatedComment said) {
    UUID caseId = said.escalation().caseId();
    return new Comment(
        said,
        CommentReports.of(handle, caseId, said.escalation().hideOrdered()),
        CommentDecisions.ofCase(handle, caseId, MOST_DECISIONS),
        KeptPictures.of(handle, caseId),
        KeptPictures.missing(handle, caseId));
  }

  private static List<Told> told(Handle handle, Conversation of) {
    return handle
        .createQuery(
            """
            select person, state, coalesce(done_at, due_at) as at
            from (
              select distinct on (person) person, state, done_at, due_at, step
              from notice
              where conversation_id = :id
                and decision_id is null
                and state <> 'withdrawn'
              order by person, step) firsts
            order by step, person
            """)
        .bind("id", of.id())
        .map(ConstructorMapper.of(Told.class))
        .list();
  }

  private static String role(Handle handle, Conversation of, String reader) {
    return handle
        .createQuery(
            """
            select role
            from notice
            where conversation_id = :id
              and person = :person
            order by decision_id is not null, step desc limit 1
            """)
        .bind("id", of.id())
        .bind("person", reader)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  private static boolean handed(Handle handle, Conversation of, String reader) {
    return handle
        .createQuery(
            """
            select occasion
            from notice
            where conversation_id = :id
              and person = :person
              and decision_id is null
              and occasion is not null
            """)
        .bind("id", of.id())
        .bind("person", reader)
        .mapTo(byte[].class)
        .list()
        .stream()
        .map(json -> EventJson.read(json, NoticeReason.class))
        .anyMatch(reason -> reason.occasion() == Occasion.HANDED_OVER);
  }

  private static List<DutyState> duties(Handle handle, Conversation of, String reader) {
    return handle
        .createQuery(
            """
            select duty, due_at, stopped_at is not null as done
            from duty_clock
            where conversation_id = :id
              and coalesce(person, :person) = :person
            order by due_at, clock_id
            """)
        .bind("id", of.id())
        .bind("person", reader)
        .map(ConstructorMapper.of(DutyState.class))
        .list();
  }
}
