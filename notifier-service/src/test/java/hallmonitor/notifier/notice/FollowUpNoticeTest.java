package hallmonitor.notifier.notice;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.Districts.cedarFallsPerson;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.Houses;
import hallmonitor.notifier.escalation.Acknowledged;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.EscalationTerms;
import hallmonitor.settings.escalation.EscalationFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Tests what a person reads who was notified before: reminders, handovers, and news of decisions.
 */
class FollowUpNoticeTest {
  /** 9:14 p.m. on a Tuesday in Chicago. */
  private static final Instant EVENING = Instant.parse("2026-11-25T03:14:00Z");

  @Test
  void aReminderSaysSoInItsSubjectAndHowLongNobodyAnswered() {
    ComposedNotice letter = again("osei", new NoticeReason(Occasion.REMINDED, List.of(), 15), 0);

    assertThat(letter.subject()).startsWith("Reminder: ACT NOW: Possible threat of violence");
    assertThat(letter.why()).isEqualTo("Nobody has responded for 15 minutes.");
  }

  @Test
  void aNoticeThatWasPassedOnNamesWhoWasToldFirst() {
    ComposedNotice letter =
        again("stone", new NoticeReason(Occasion.PASSED_ON, List.of("osei", "molina"), 30), 0);

    assertThat(letter.why())
        .isEqualTo("Notified first, 30 minutes ago, with no response: Kofi Osei, Inés Molina.");
  }

  @Test
  void aHandOverNamesWhoHandedItOver() {
    assertThat(again("molina", new NoticeReason(Occasion.HANDED_OVER, List.of("osei"), 0), 0).why())
        .isEqualTo("Kofi Osei le traspasó este caso.");
  }

  @Test
  void joinedCommentsAreCounted() {
    ComposedNotice letter = again("osei", new NoticeReason(Occasion.JOINED, List.of(), 0), 7);

    assertThat(letter.why()).isEqualTo("7 more comments have joined this case.");
    assertThat(letter.entries().get(0).facts())
        .contains(new ComposedNotice.Fact("Also", "7 more comments"));
  }

  @Test
  void anAcknowledgmentThatRanOutNamesWhoGaveIt() {
    NoticeReason reason = new NoticeReason(Occasion.RAN_OUT, List.of("osei"), 60);

    assertThat(again("stone", reason, 0).subject())
        .isEqualTo("No outcome yet: ACT NOW: Possible threat of violence - Cedar High School");
    assertThat(again("stone", reason, 0).why())
        .isEqualTo(
            "Kofi Osei acknowledged this 60 minutes ago and has not entered an outcome or a next"
                + " step since.");
    assertThat(again("molina", reason, 0).why())
        .isEqualTo(
            "Kofi Osei se hizo cargo hace 60 minutos y desde entonces no ha indicado ni el"
                + " resultado ni otro paso.");
  }

  @Test
  void newsAreNoAlarmAndSayWhatWasDecidedAndWhoHasIt() {
    ComposedNotice letter = news("stone", acknowledged(Optional.of(EVENING.plusSeconds(3600))));

    assertThat(letter.subject())
        .isEqualTo("Update: Possible threat of violence - Cedar High School");
    assertThat(letter.alarming()).isFalse();
    assertThat(letter.duty()).isEmpty();
    // JDK 20 and later put a narrow no-break space before PM.
    assertThat(letter.why().replace('\u202F', ' ').lines())
        .containsExactly(
            "Ana Webb hid the comment. (Tue, Nov 24, 9:00 PM)",
            "Ana Webb undid the decision: the comment is visible again. (Tue, Nov 24, 9:01 PM)",
            "Kofi Osei is handling this until 10:14 PM (since Tue, Nov 24, 9:14 PM).");
    assertThat(letter.entries().get(0).done()).contains("still visible");
    assertThat(letter.entries().get(0).todo()).isEmpty();
  }

  @Test
  void newsToAnyoneWhoHasItSayUntilWhenAndAlsoOnTheNextDayAndInSpanish() {
    assertThat(news("osei", acknowledged(Optional.of(EVENING.plusSeconds(3 * 3600)))).why())
        .contains("handling this until Wed, Nov 25, 12:14");
    assertThat(news("osei", acknowledged(Optional.empty())).why())
        .contains("been handling this since");
    assertThat(news("molina", acknowledged(Optional.of(EVENING.plusSeconds(3600)))).why())
        .contains(
            "Ana Webb ocultó el comentario.",
            "Kofi Osei se encarga del caso desde: mar",
            "hasta: 22:14");
  }

  @Test
  void ofWhatNobodyHasAnsweredNewsSayThatADecisionIsNoAnswer() {
    ComposedNotice letter = news("osei", waiting());

    assertThat(letter.why()).contains("Nobody has responded yet.");
    assertThat(letter.entries().get(0).todo()).contains("does not close the escalation");
  }

  @Test
  void whatCouldNotBeHiddenIsAnAlarmThatSaysWhereToDoItByHand() {
    ComposedNotice letter = notHidden("osei", List.of("https://example.org/7#c17"));

    assertThat(letter.subject())
        .isEqualTo("ACT NOW: still visible: Possible threat of violence - Cedar High School");
    assertThat(letter.alarming()).isTrue();
    assertThat(letter.why()).contains("The platform has not hidden the comment.");
    assertThat(letter.entries().get(0).done()).contains("still visible");
    assertThat(letter.entries().get(0).todo())
        .isEqualTo(
            "Open https://example.org/7#c17, sign in to the account there, and hide or remove the"
                + " comment by hand.");
    assertThat(notHidden("osei", List.of()).entries().get(0).todo())
        .startsWith("Sign in to the account on its platform");
    assertThat(
            notHidden("osei", List.of("https://a.example/1", "https://a.example/2"))
                .entries()
                .get(0)
                .todo())
        .startsWith("Open https://a.example/1, https://a.example/2, sign in");
  }

  @Test
  void whatCouldNotBeHiddenIsSaidInSpanishToo() {
    ComposedNotice letter = notHidden("molina", List.of("https://example.org/7#c17"));

    assertThat(letter.subject()).startsWith("ACTÚE YA: sigue visible: ");
    assertThat(letter.why()).contains("La plataforma no ha ocultado el comentario.");
    assertThat(letter.entries().get(0).todo()).startsWith("Abra https://example.org/7#c17, ");
  }

  private static ComposedNotice notHidden(String person, List<String> permalinks) {
    return news(
        person,
        Occasion.NOT_HIDDEN,
        List.of(new CommentDecision("policy", CommentDecision.NOT_HIDDEN, EVENING)),
        permalinks,
        waiting());
  }

  private static ComposedNotice again(String person, NoticeReason reason, int more) {
    Escalation escalation = anEscalation().build();
    return NoticeComposer.notice(
        Houses.plain(),
        PersonNames.of(cedarFalls()),
        cedarFallsPerson(person),
        new NoticeSubject(escalation, escalation.id(), "principal", reason, more));
  }

  private static ComposedNotice news(String person, EscalationState state) {
    return news(
        person,
        Occasion.DECIDED,
        List.of(
            new CommentDecision("webb", "hide-ordered", Instant.parse("2026-11-25T03:00:00Z")),
            new CommentDecision("webb", "reopened-visible", Instant.parse("2026-11-25T03:01:00Z"))),
        List.of(),
        state);
  }

  private static ComposedNotice news(
      String person,
      Occasion occasion,
      List<CommentDecision> decisions,
      List<String> notHidden,
      EscalationState state) {
    Escalation escalation = anEscalation().leftVisible().build();
    NoticeReason reason = new NoticeReason(occasion, List.of(), 0);
    return NoticeComposer.news(
        Houses.plain(),
        PersonNames.of(cedarFalls()),
        cedarFallsPerson(person),
        new NoticeSubject(
            escalation, escalation.id(), "principal", reason, 0, Optional.of(false), false),
        decisions,
        notHidden,
        Optional.of(state));
  }

  private static EscalationState acknowledged(Optional<Instant> until) {
    return new Acknowledged(
        hallmonitor.notifier.escalation.Urgency.IMMEDIATE,
        1,
        "osei",
        EVENING,
        until,
        "",
        1,
        List.of(),
        List.of());
  }

  private static EscalationState waiting() {
    EscalationTerms terms =
        EscalationTerms.of(
            EscalationFile.read(""),
            cedarFalls(),
            "cedar-high",
            "news",
            "threat",
            hallmonitor.notifier.escalation.Urgency.IMMEDIATE,
            List.of("principal"),
            EVENING);
    return EscalationState.begin(hallmonitor.notifier.escalation.Urgency.IMMEDIATE, terms, EVENING)
        .state();
  }
}
