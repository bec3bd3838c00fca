package hallmonitor.notifier.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.Districts;
import hallmonitor.notifier.escalation.EscalationEffect.Tell;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Tests properties for any events in any order. */
class EscalationStatePropertyTest {
  private static final Instant START = Instant.parse("2026-11-26T08:00:00Z");
  private static final EscalationRules RULES = EscalationFile.read("");

  /** An event after a delay. */
  record Event(Duration later, EscalationFact fact) {}

  /** The results of all events. */
  record Run(List<EscalationState> courses, List<EscalationEffect> effects, List<Instant> times) {}

  @Property(tries = 400)
  void anUnansweredEscalationAlwaysHasANextTime(
      @ForAll("urgent") Urgency urgency, @ForAll("events") List<Event> events) {
    for (EscalationState state : run(urgency, events).courses()) {
      if (state instanceof AwaitingAnswer) {
        assertThat(state.dueAt()).isPresent();
      }
    }
  }

  @Property(tries = 400)
  void nextTimesOfDangerAreNeverFurtherAwayThanAnInterval(@ForAll("events") List<Event> events) {
    Run run = run(Urgency.IMMEDIATE, events);
    for (int i = 0; i < run.courses().size(); i++) {
      if (run.courses().get(i) instanceof AwaitingAnswer waiting
          && waiting.urgency() == Urgency.IMMEDIATE) {
        assertThat(waiting.nextAt())
            .isBeforeOrEqualTo(run.times().get(i).plus(RULES.immediate().pace().passOnAfter()));
      }
    }
  }

  @Property(tries = 400)
  void thereIsAtMostOneNoticeForEachStepAndPerson(
      @ForAll Urgency urgency, @ForAll("events") List<Event> events) {
    Set<String> seen = new HashSet<>();
    for (EscalationEffect effect : run(urgency, events).effects()) {
      if (effect instanceof Tell tell) {
        assertThat(seen.add(tell.step() + "/" + tell.to().person())).isTrue();
      }
    }
  }

  @Property(tries = 400)
  void afterAnAcknowledgementTimeAloneSendsNothingUntilItRunsOut(
      @ForAll Urgency urgency,
      @ForAll("events") List<Event> events,
      @ForAll("notes") String note,
      @ForAll("times") List<Duration> later) {
    EscalationState state = last(run(urgency, events));
    EscalationFact answer =
        answer("osei", EscalationFact.Answer.ACKNOWLEDGE, Optional.empty(), note);
    if (!state.hears(answer)) {
      return;
    }
    Instant now = START.plus(Duration.ofDays(30));
    state = state.after(answer, terms(urgency, now), now).state();
    for (Duration wait : later) {
      now = now.plus(wait);
      Instant at = now;
      if (state.dueAt().filter(due -> !due.isAfter(at)).isPresent()) {
        return;
      }
      EscalationTransition next =
          state.after(new EscalationFact.TimePassed(), terms(urgency, now), now);
      assertThat(next.effects()).isEmpty();
      state = next.state();
    }
  }

  @Property(tries = 400)
  void dangerThatIsNotClosedAlwaysHasANextTime(@ForAll("events") List<Event> events) {
    for (EscalationState state : run(Urgency.IMMEDIATE, events).courses()) {
      assertThat(state.dueAt().isPresent()).isEqualTo(!(state instanceof Closed));
    }
  }

  @Property(tries = 400)
  void howeverLateTheClockIsItTakesOneStepAndThenWaits(
      @ForAll("urgent") Urgency urgency,
      @ForAll("events") List<Event> events,
      @ForAll("times") List<Duration> leaps) {
    EscalationState state = last(run(urgency, events));
    Instant now = START.plus(Duration.ofDays(30));
    for (Duration leap : leaps) {
      now = now.plus(leap);
      EscalationState before = state;
      state = state.after(new EscalationFact.TimePassed(), terms(urgency, now), now).state();
      assertThat(state.step() - before.step()).isLessThanOrEqualTo(1);
      Instant at = now;
      assertThat(state.dueAt().stream()).allSatisfy(due -> assertThat(due).isAfter(at));
    }
  }

  @Property(tries = 400)
  void aClockThatIsSetBackChangesNothingButTheTimes(
      @ForAll("urgent") Urgency urgency, @ForAll("events") List<Event> events) {
    EscalationState state = last(run(urgency, events));
    Duration back = Duration.ofHours(3);

    EscalationState earlier = state.earlier(back);

    assertThat(earlier.dueAt()).isEqualTo(state.dueAt().map(due -> due.minus(back)));
    assertThat(earlier.earlier(back.negated())).isEqualTo(state);
  }

  @Property(tries = 200)
  void everybodyInTheChainIsAskedSoonerOrLater(@ForAll("times") List<Duration> late) {
    EscalationTransition next =
        EscalationState.begin(Urgency.IMMEDIATE, terms(Urgency.IMMEDIATE, START), START);
    List<EscalationEffect> effects = new ArrayList<>(next.effects());
    EscalationState state = next.state();
    for (int step = 0; step < 12; step++) {
      Duration delay = late.get(step % late.size());
      Instant now = state.dueAt().orElseThrow().plus(delay);
      EscalationTransition after =
          state.after(new EscalationFact.TimePassed(), terms(Urgency.IMMEDIATE, now), now);
      effects.addAll(after.effects());
      state = after.state();
    }
    assertThat(effects)
        .filteredOn(Tell.class::isInstance)
        .extracting(effect -> ((Tell) effect).to().person())
        .contains("osei", "stone");
  }

  private static Run run(Urgency urgency, List<Event> events) {
    EscalationTransition next = EscalationState.begin(urgency, terms(urgency, START), START);
    List<EscalationState> courses = new ArrayList<>(List.of(next.state()));
    List<EscalationEffect> effects = new ArrayList<>(next.effects());
    List<Instant> times = new ArrayList<>(List.of(START));
    Instant now = START;
    for (Event event : events) {
      now = now.plus(event.later());
      EscalationState state = courses.get(courses.size() - 1);
      if (!state.hears(event.fact())) {
        continue;
      }
      Urgency most =
          event.fact() instanceof EscalationFact.Joined j && j.urgency().compareTo(urgency) < 0
              ? j.urgency()
              : urgency;
      EscalationTransition after = state.after(event.fact(), terms(most, now), now);
      courses.add(after.state());
      effects.addAll(after.effects());
      times.add(now);
    }
    return new Run(courses, effects, times);
  }

  private static EscalationState last(Run run) {
    return run.courses().get(run.courses().size() - 1);
  }

  private static EscalationTerms terms(Urgency urgency, Instant now) {
    return EscalationTerms.of(
        RULES,
        Districts.cedarFalls(),
        "cedar-high",
        "news",
        "threat",
        urgency,
        List.of("principal", "counselor"),
        now);
  }

  private static EscalationFact answer(
      String by, EscalationFact.Answer answer, Optional<Contact> to, String note) {
    return new EscalationFact.Answered(
        by, answer, to, note, Optional.of(new Contact(by, "principal")));
  }

  @Provide
  Arbitrary<String> notes() {
    return Arbitraries.of("", " ", "The officer is on the way.");
  }

  @Provide
  Arbitrary<Urgency> urgent() {
    return Arbitraries.of(Urgency.IMMEDIATE, Urgency.SOON);
  }

  @Provide
  Arbitrary<List<Duration>> times() {
    return time().list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<String> people = Arbitraries.of("osei", "molina", "stone", "park");
    Arbitrary<EscalationFact> facts =
        Arbitraries.frequencyOf(
            Tuple.of(10, Arbitraries.create(EscalationFact.TimePassed::new)),
            Tuple.of(4, people.map(EscalationFact.Delivered::new)),
            Tuple.of(4, people.map(EscalationFact.Refused::new)),
            Tuple.of(3, Arbitraries.of(Urgency.class).map(EscalationFact.Joined::new)),
            Tuple.of(
                2,
                Combinators.combine(people, notes())
                    .as(
                        (p, note) ->
                            answer(p, EscalationFact.Answer.ACKNOWLEDGE, Optional.empty(), note))),
            Tuple.of(
                1,
                people.map(
                    p ->
                        answer(
                            "osei",
                            EscalationFact.Answer.HAND_OVER,
                            Optional.of(new Contact(p, "principal")),
                            ""))));
    return Combinators.combine(time(), facts).as(Event::new).list().ofMaxSize(40);
  }

  private static Arbitrary<Duration> time() {
    return Arbitraries.frequency(
            Tuple.of(3, 0L),
            Tuple.of(3, 60L),
            Tuple.of(4, 900L),
            Tuple.of(4, 1800L),
            Tuple.of(1, 100_000L))
        .map(Duration::ofSeconds);
  }
}
