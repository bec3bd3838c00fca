package hallmonitor.notifier.clock;

import hallmonitor.notifier.directory.Contacts;
import hallmonitor.notifier.escalation.Acknowledged;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationFact;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.EscalationSubject;
import hallmonitor.notifier.escalation.EscalationTerms;
import hallmonitor.notifier.escalation.EscalationTransition;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.queue.ConversationMembers;
import hallmonitor.notifier.queue.ConversationMembers.Member;
import hallmonitor.notifier.queue.NoticeQueue;
import hallmonitor.notifier.queue.NoticeSettledListener;
import hallmonitor.notifier.queue.QueuedNotice;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.EscalationRules;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  /**
   * An escalation to take.
   *
   * @param trace that what is published because of it belongs to
   */
  public record Raised(Escalation escalation, Context trace) {}

  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;
  private final EffectExecutor effectExecutor;
  private final DutyClocks duties;
  private final DecisionNews news;

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
    this.news = new DecisionNews(district, rules);
  }

  /**
   * Has each escalation open a conversation, or join one: any open one of the same case, or an
   * unanswered one of another case if escalation.yaml combines them. Locks prevent others from
   * opening one of these kinds in the meantime. Decisions on the comments that arrived before their
   * escalations are reported now.
   *
   * @return the conversation of each escalation, in the state after it joined
   */
  public List<Conversation> take(Handle transaction, List<Raised> raised, Instant now) {
    StepBatch steps = new StepBatch(transaction, now);
    OpenConversations open =
        OpenConversations.lock(transaction, steps, raised.stream().map(this::arrival).toList());
    Set<UUID> saidAtOnce = new HashSet<>();
    List<Conversation> taken = new ArrayList<>();
    for (OpenConversations.Arrival arrival : open.arrivals()) {
      Escalation escalation = arrival.escalation();
      Optional<Conversation> joined = open.of(arrival);
      Conversation after;
      try (Scope ignored = arrival.trace().makeCurrent()) {
        after =
            joined
                .map(c -> join(steps, c, escalation))
                .orElseGet(() -> open(steps, arrival.likeness(), escalation));
      }
      open.taken(arrival, after);
      taken.add(after);
      // A first notice that is sent immediately already says what was not hidden.
      if (joined.isEmpty() && escalation.urgency() == Urgency.IMMEDIATE) {
        saidAtOnce.add(escalation.caseId());
      }
    }
    news.before(steps.written(), open, saidAtOnce, now);
    return taken;
  }

  private OpenConversations.Arrival arrival(Raised raised) {
    Escalation escalation = raised.escalation();
    return new OpenConversations.Arrival(
        escalation,
        ConversationMatch.of(escalation),
        rules.get().category(escalation.category(), escalation.urgency() == Urgency.IMMEDIATE),
        raised.trace());
  }

  private Conversation open(StepBatch steps, ConversationMatch likeness, Escalation escalation) {
    Instant now = steps.now();
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
    steps.open(opened, likeness);
    steps.join(escalation, opened.id());
    effectExecutor.all(steps, opened, first.effects());
    steps.then(transaction -> duties.escalated(transaction, opened, now));
    return opened;
  }

  private Conversation join(StepBatch steps, Conversation to, Escalation escalation) {
    steps.join(escalation, to.id());
    EscalationFact.Joined fact =
        new EscalationFact.Joined(escalation.urgency(), to.isMore(escalation));
    Conversation after = move(steps, to.joinedBy(escalation), fact);
    EffectExecutor.standing(steps, after, escalation.id(), escalation.caseId());
    steps.then(transaction -> duties.escalated(transaction, after, steps.now()));
    return after;
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
    StepBatch steps = new StepBatch(transaction, now);
    move(steps, of, answered);
    steps.written();
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
    StepBatch steps = new StepBatch(transaction, now);
    closed.forEach(m -> EffectExecutor.closeApart(steps, m, by, outcome, falseAlarm));
    steps.written();
    if (closed.stream().anyMatch(m -> m.escalationId().equals(of.about()))) {
      UUID about = ConversationMembers.foremost(transaction, of.id()).orElseThrow();
      Conversations.save(transaction, List.of(of.about(about)));
      NoticeQueue.speakOf(transaction, of.id(), about);
    }
    if (!falseAlarm) {
      duties.known(transaction, of, by, now);
    }
    return true;
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
    StepBatch steps = new StepBatch(transaction, now);
    move(steps, of, new EscalationFact.TimePassed());
    steps.written();
  }

  @Override
  public void settled(
      Handle transaction, List<QueuedNotice> delivered, List<QueuedNotice> refused, Instant now) {
    StepBatch steps = new StepBatch(transaction, now);
    Map<UUID, Conversation> current =
        Conversations.lockAll(
            transaction,
            Stream.concat(delivered.stream(), refused.stream())
                .flatMap(notice -> notice.conversation().stream())
                .toList());
    delivered.forEach(n -> settled(steps, current, n, new EscalationFact.Delivered(n.person())));
    refused.forEach(n -> settled(steps, current, n, new EscalationFact.Refused(n.person())));
    steps.written();
  }

  private void settled(
      StepBatch steps, Map<UUID, Conversation> current, QueuedNotice notice, EscalationFact fact) {
    notice
        .conversation()
        .map(current::get)
        .ifPresent(c -> current.put(c.id(), move(steps, c, fact)));
  }

  private Conversation move(StepBatch steps, Conversation of, EscalationFact fact) {
    EscalationTransition next = of.state().after(fact, terms(of, steps.now()), steps.now());
    Conversation after = of.with(next.state());
    steps.save(after);
    effectExecutor.all(steps, after, next.effects());
    return after;
  }

  private EscalationTerms terms(EscalationSubject of, Instant now) {
    return EscalationTerms.of(rules.get(), district.get(), of, now);
  }

  /** For {@link LatestClockReading}. The caller has locked the row. */
  void setBack(Handle transaction, Conversation of, Duration by) {
    Conversations.save(transaction, List.of(of.with(of.state().earlier(by))));
  }

  /** Returns who tells people of decisions on comments. */
  public DecisionNews news() {
    return news;
  }

  DutyClocks duties() {
    return duties;
  }
}
