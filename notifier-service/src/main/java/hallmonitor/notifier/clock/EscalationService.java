package hallmonitor.notifier.clock;

import hallmonitor.notifier.directory.Contacts;
import hallmonitor.notifier.escalation.Acknowledged;
import hallmonitor.notifier.escalation.AwaitingAnswer;
import hallmonitor.notifier.escalation.Closed;
import hallmonitor.notifier.escalation.Contact;
import hallmonitor.notifier.escalation.DecisionNotification;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationFact;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.EscalationSubject;
import hallmonitor.notifier.escalation.EscalationTerms;
import hallmonitor.notifier.escalation.EscalationTransition;
import hallmonitor.notifier.escalation.ListedInDigest;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.CommentDecision;
import hallmonitor.notifier.queue.CommentDecisions;
import hallmonitor.notifier.queue.CommentDecisions.Untold;
import hallmonitor.notifier.queue.ConversationMembers;
import hallmonitor.notifier.queue.ConversationMembers.Member;
import hallmonitor.notifier.queue.NotHiddenAlarms;
import hallmonitor.notifier.queue.NoticeQueue;
import hallmonitor.notifier.queue.NoticeSettledListener;
import hallmonitor.notifier.queue.QueuedNotice;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Advances escalations: loads the state, calls the pure state machine, saves, and executes the
 * effects. All methods work in the caller's transaction and lock the conversation's row until it
 * ends.
 */
public final class EscalationService implements NoticeSettledListener {
  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;
  private final EffectExecutor effectExecutor;
  private final DutyClocks duties;

  /**
   * Creates the service.
   *
   * @param consoleUrl without a trailing slash
   */
  public EscalationService(
      Supplier<District> district,
      Supplier<EscalationRules> rules,
      String consoleUrl,
      ClockCounts counts) {
    this.district = district;
    this.rules = rules;
    this.effectExecutor = new EffectExecutor(district, rules, consoleUrl, counts);
    this.duties = new DutyClocks(district, rules);
  }

  /**
   * Opens a conversation, or joins an existing one: any open one of the same case, or an unanswered
   * one of another case if escalation.yaml combines them. A lock prevents others from opening one
   * of this kind in the meantime. Decisions on the comment that arrived before their escalation are
   * reported now.
   */
  public Conversation take(Handle transaction, Escalation escalation, Instant now) {
    CommentDecisions.lock(transaction, escalation.caseId());
    ConversationMatch.lock(transaction, escalation);
    ConversationMatch likeness = ConversationMatch.of(escalation);
    Optional<Conversation> joined =
        Conversations.lockOfCase(transaction, escalation.caseId())
            .filter(c -> !(c.state() instanceof Closed))
            .or(() -> alike(transaction, likeness, escalation, now));
    Conversation taken =
        joined
            .map(c -> join(transaction, c, escalation, now))
            .orElseGet(() -> open(transaction, likeness, escalation, now));
    if (escalation.hideNotDone()) {
      CommentDecisions.add(
          transaction,
          escalation.id(),
          escalation.caseId(),
          "policy",
          CommentDecision.NOT_HIDDEN,
          escalation.raisedAt());
    }
    // A first notice that is sent immediately already says what was not hidden.
    boolean said = joined.isEmpty() && escalation.urgency() == Urgency.IMMEDIATE;
    CommentDecisions.untold(transaction, escalation.caseId(), escalation.raisedAt()).stream()
        .filter(d -> !said || !d.kind().equals(CommentDecision.NOT_HIDDEN))
        .forEach(d -> tellDecided(transaction, taken, d, now));
    return taken;
  }

  private Optional<Conversation> alike(
      Handle transaction, ConversationMatch likeness, Escalation escalation, Instant now) {
    return likeness
        .open(
            transaction,
            escalation,
            rules.get().category(escalation.category(), escalation.urgency() == Urgency.IMMEDIATE),
            now)
        .flatMap(id -> Conversations.lock(transaction, id))
        .filter(c -> isUnanswered(c.state())); // answered before this transaction got its lock
  }

  private static boolean isUnanswered(EscalationState state) {
    return state instanceof AwaitingAnswer || state instanceof ListedInDigest;
  }

  private Conversation open(
      Handle transaction, ConversationMatch likeness, Escalation escalation, Instant now) {
    EscalationTerms terms = terms(escalation, now);
    EscalationTransition first = EscalationState.begin(escalation.urgency(), terms, now);
    Conversation opened =
        new Conversation(
            escalation.id(),
            escalation.caseId(),
            escalation.id(),
            escalation.category(),
            List.of(),
            escalation.building(),
            escalation.account(),
            escalation.urgency(),
            escalation.roles(),
            first.state(),
            now);
    Conversations.insert(transaction, opened, likeness, now);
    belongs(transaction, escalation.id(), opened.id(), now);
    effectExecutor.all(transaction, opened, first.effects(), now);
    duties.escalated(transaction, opened, now);
    return opened;
  }

  private Conversation join(
      Handle transaction, Conversation to, Escalation escalation, Instant now) {
    belongs(transaction, escalation.id(), to.id(), now);
    EscalationFact.Joined fact =
        new EscalationFact.Joined(escalation.urgency(), to.isMore(escalation));
    Conversation after = move(transaction, to.joinedBy(escalation), fact, now);
    effectExecutor.standing(transaction, after, escalation.id(), escalation.caseId(), now);
    duties.escalated(transaction, after, now);
    return after;
  }

  private static void belongs(Handle transaction, UUID escalation, UUID to, Instant now) {
    transaction
        .createUpdate("update escalation set conversation_id = :to where escalation_id = :id")
        .bind("to", to)
        .bind("id", escalation)
        .execute();
    transaction
        .createUpdate("update conversation set last_joined_at = :now where conversation_id = :to")
        .bind("to", to)
        .bind("now", Conversations.time(now))
        .execute();
  }

  /**
   * Applies a person's answer, with the duties that follow from knowing.
   *
   * @return false, without any change, if the escalation is closed
   */
  public boolean answer(
      Handle transaction, Conversation of, EscalationFact.Answered answered, Instant now) {
    if (!of.state().hears(answered)) {
      return false;
    }
    move(transaction, of, answered, now);
    if (answered.answer() == EscalationFact.Answer.FALSE_ALARM) {
      duties.falseAlarm(transaction, of, answered.by(), now);
    } else {
      duties.known(transaction, of, answered.by(), now);
    }
    return true;
  }

  /**
   * Closes one of a conversation's cases; the conversation continues for the others. Returns false,
   * without any change, if there are no others.
   */
  public boolean closeApart(
      Handle transaction,
      Conversation of,
      UUID caseId,
      String by,
      String outcome,
      boolean falseAlarm,
      Instant now) {
    List<Member> members = ConversationMembers.of(transaction, of.id());
    if (members.stream().allMatch(m -> m.isOf(caseId))) {
      return false;
    }
    ConversationMembers.closeApart(transaction, of.id(), caseId, now);
    List<Member> closed = members.stream().filter(m -> m.isOf(caseId)).toList();
    closed.forEach(m -> EffectExecutor.closeApart(transaction, m, by, outcome, falseAlarm, now));
    if (closed.stream().anyMatch(m -> m.escalationId().equals(of.about()))) {
      UUID about = ConversationMembers.foremost(transaction, of.id()).orElseThrow();
      Conversations.save(transaction, of.about(about));
      NoticeQueue.speakOf(transaction, of.id(), about);
    }
    if (!falseAlarm) {
      duties.known(transaction, of, by, now);
    }
    return true;
  }

  /**
   * Stores a person's decision on a comment, or that it could not be hidden, and notifies the
   * people who were asked, if there are any. The escalation and its duties do not change: hiding is
   * not answering.
   *
   * @param decisionId the same for all entries of one act
   * @param kind as in the case's history
   * @param at when it was decided
   */
  public void decided(
      Handle transaction,
      UUID decisionId,
      UUID caseId,
      String by,
      String kind,
      Instant at,
      Instant now) {
    CommentDecisions.lock(transaction, caseId);
    boolean nobodyAlarmed =
        CommentDecision.END_AN_ALARM.contains(kind)
            && NotHiddenAlarms.withdraw(transaction, caseId);
    if (CommentDecisions.add(transaction, decisionId, caseId, by, kind, at)
        && !(nobodyAlarmed && kind.equals(CommentDecision.OUT_OF_SIGHT))) {
      Conversations.lockOfCase(transaction, caseId)
          .ifPresent(of -> tellDecided(transaction, of, new Untold(decisionId, by, kind), now));
    }
  }

  /**
   * Records that readers no longer see a comment that could not be hidden before, and notifies the
   * people who got that alarm. Does nothing for other comments.
   */
  public void outOfSight(Handle transaction, UUID eventId, UUID caseId, Instant at, Instant now) {
    CommentDecisions.lock(transaction, caseId);
    if (NotHiddenAlarms.holds(transaction, caseId)) {
      decided(transaction, eventId, caseId, "ingest", CommentDecision.OUT_OF_SIGHT, at, now);
    }
  }

  private void tellDecided(Handle transaction, Conversation of, Untold untold, Instant now) {
    List<Contact> told = NoticeQueue.told(transaction, of.id());
    Optional<DecisionNotification> news =
        untold.kind().equals(CommentDecision.NOT_HIDDEN)
            ? DecisionNotification.notHidden(
                of.state(), told, NotHiddenAlarms.latest(transaction, of.id()), now)
            : DecisionNotification.of(
                of.state(), told, untold.by(), terms(of, now), gathered(untold.kind()), now);
    news.ifPresent(
        n -> NoticeQueue.addNews(transaction, of.id(), of.about(), untold.decisionId(), n));
  }

  /** People who got the alarm learn immediately that nothing is left to do. */
  private Duration gathered(String kind) {
    return kind.equals(CommentDecision.OUT_OF_SIGHT) ? Duration.ZERO : rules.get().newsWithin();
  }

  /**
   * Returns whether a person may close an escalation or hand it over: a person who was or would be
   * asked, or who has acknowledged it.
   */
  public boolean isAnswerable(Handle transaction, Conversation of, String person, Instant now) {
    Contacts contacts = terms(of, now).contacts();
    boolean has = of.state() instanceof Acknowledged it && it.by().equals(person);
    return has
        || Stream.concat(contacts.places().stream(), Stream.of(contacts.last()))
            .flatMap(List::stream)
            .anyMatch(contact -> contact.person().id().equals(person))
        || NoticeQueue.wasAsked(transaction, of.id(), person);
  }

  /** Records that a person has seen the content. */
  public void seen(Handle transaction, Conversation of, String person, Instant now) {
    duties.known(transaction, of, person, now);
  }

  /** Processes elapsed time for a conversation; the caller has locked its row. */
  void timePassed(Handle transaction, Conversation of, Instant now) {
    move(transaction, of, new EscalationFact.TimePassed(), now);
  }

  @Override
  public void delivered(Handle transaction, QueuedNotice notice, Instant now) {
    settled(transaction, notice, new EscalationFact.Delivered(notice.person()), now);
  }

  @Override
  public void refused(Handle transaction, QueuedNotice notice, Instant now) {
    settled(transaction, notice, new EscalationFact.Refused(notice.person()), now);
  }

  private void settled(Handle transaction, QueuedNotice notice, EscalationFact fact, Instant now) {
    notice
        .conversation()
        .flatMap(id -> Conversations.lock(transaction, id))
        .ifPresent(c -> move(transaction, c, fact, now));
  }

  private Conversation move(Handle transaction, Conversation of, EscalationFact fact, Instant now) {
    EscalationTransition next = of.state().after(fact, terms(of, now), now);
    Conversation after = of.with(next.state());
    Conversations.save(transaction, after);
    effectExecutor.all(transaction, after, next.effects(), now);
    return after;
  }

  private EscalationTerms terms(EscalationSubject of, Instant now) {
    return EscalationTerms.of(rules.get(), district.get(), of, now);
  }

  /** For {@link LatestClockReading}. The caller has locked the row. */
  void setBack(Handle transaction, Conversation of, Duration by) {
    Conversations.save(transaction, of.with(of.state().earlier(by)));
  }

  DutyClocks duties() {
    return duties;
  }
}
