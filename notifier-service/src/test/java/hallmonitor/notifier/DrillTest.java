package hallmonitor.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.notifier.drill.Drills;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.mail.MailSettingsForTests;
import hallmonitor.notifier.trouble.Trouble;
import hallmonitor.notifier.trouble.Troubles;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The weekly drill: by every way of a real alarm, and what becomes of its answers. */
class DrillTest extends MessagesTests {
  private static final List<String> ALL =
      List.of("twilio-text", "twilio-call", "pagerduty", "slack");

  private final List<UUID> linked = new CopyOnWriteArrayList<>();
  private Drills drills;

  @AfterEach
  void end() {
    if (drills != null) {
      drills.close();
    }
  }

  @Test
  void itGoesToWhoWouldBeToldOfDangerByEveryWayAndSaysThatItIsADrill() {
    held(-1);

    await().until(() -> mailsTo("osei").size() == 1 && mailsTo("park").size() == 1);
    await().until(() -> provider.incidents().equals(List.of("trigger", "resolve")));
    await().until(() -> provider.texts().size() == 1 && provider.calls().size() == 1);
    assertThat(MailText.subject(mailsTo("osei").get(0))).startsWith("Drill: ");
    assertThat(MailText.body(mailsTo("osei").get(0)))
        .contains("Nobody is in danger")
        .contains("https://answers.example/osei");
    assertThat(provider.calls().get(0).form().get("Twiml")).contains("This is a drill");
    assertThat(provider.texts().get(0).form().get("Body")).contains("This is a drill");
    assertThat(mailsTo("molina")).isEmpty();
  }

  @Test
  void ifEveryoneAnswersNothingIsWrongAndItIsKnownWhoDid() {
    held(-1);
    await().until(() -> linked.size() == 2);
    await().until(() -> mailsTo("park").size() == 1);
    assertThat(drills.answer(linked.get(0), "osei")).isTrue();
    assertThat(drills.answer(linked.get(0), "park")).isTrue();
    assertThat(drills.answer(linked.get(0), "molina")).as("who was not asked").isFalse();

    await().until(() -> answered().equals(List.of("osei", "park")));
    clock.forward(Duration.ofHours(9));
    await().until(() -> standing().isEmpty());
  }

  @Test
  void whoDoesNotAnswerInTimeIsATroubleUntilTheyDo() {
    held(-1);
    await().until(() -> linked.size() == 2);
    drills.answer(linked.get(0), "osei");
    await().until(() -> answered().equals(List.of("osei")));
    assertThat(standing()).isEmpty();

    clock.forward(Duration.ofHours(8).plusSeconds(1));
    await().until(() -> standing().equals(List.of("No answer from Jin Park.")));
    drills.answer(linked.get(0), "park");
    await().until(() -> standing().isEmpty());
  }

  @Test
  void aWayThatFailsIsATroubleEvenIfEveryoneAnswers() {
    room.secrets.put("twilio", "AC0123456789:wrong");
    held(-1);
    await().until(() -> linked.size() == 2);
    await().until(() -> mailsTo("park").size() == 1);
    drills.answer(linked.get(0), "osei");
    drills.answer(linked.get(0), "park");

    await().until(() -> standing().size() == 1);
    assertThat(standing().get(0)).contains("twilio-text: ");
  }

  @Test
  void aRestartDoesNotRepeatItAndOneThatWasMissedWaitsForTheNextWeek() {
    held(-1);
    await().until(() -> mailsTo("osei").size() == 1 && mailsTo("park").size() == 1);
    drills.close();
    held(-1);
    await().until(() -> drills.latest().isPresent());
    assertThat(mailsTo("osei")).hasSize(1);
    assertThat(room.count("drill")).isEqualTo(1);

    drills.close();
    room.database.useHandle(h -> h.execute("truncate drill, drill_message"));
    ZonedDateTime missed = held(-90);
    // Not seven days later, where the clocks change between.
    Instant next = missed.plusWeeks(1).plusMinutes(1).toInstant();
    clock.forward(Duration.between(clock.instant(), next));
    await().until(() -> mailsTo("osei").size() == 2);
    assertThat(room.count("drill")).isEqualTo(1);
  }

  @Test
  void aDistrictThatNoLongerHoldsDrillsHasNoTroubleWithThem() {
    held(-1);
    await().until(() -> linked.size() == 2);
    clock.forward(Duration.ofHours(8).plusSeconds(1));
    await().until(() -> standing().size() == 1);
    drills.close();
    start(EscalationFile.read(rules(ALL)));
    await().until(() -> standing().isEmpty());
  }

  private List<String> answered() {
    return drills.latest().map(ServiceBeat.Drill::people).orElse(List.of()).stream()
        .filter(answer -> answer.at().isPresent())
        .map(ServiceBeat.Answer::person)
        .toList();
  }

  private List<String> standing() {
    return room.database.withHandle(Troubles::standing).stream()
        .filter(trouble -> trouble.subject().equals("drill"))
        .map(Trouble::why)
        .toList();
  }

  /** Starts with a drill that was due so many minutes from now, and returns that time. */
  private ZonedDateTime held(int minutes) {
    ZonedDateTime due =
        clock.instant().plus(Duration.ofMinutes(minutes)).atZone(ZoneId.of("America/Chicago"));
    EscalationRules rules =
        EscalationFile.read(
            rules(ALL)
                + "drill: { day: %s, at: \"%s\" }%n"
                    .formatted(
                        due.getDayOfWeek().name().toLowerCase(Locale.ROOT),
                        due.toLocalTime().withNano(0)));
    start(rules);
    return due;
  }

  private void start(EscalationRules rules) {
    drills =
        new Drills(
                room.database,
                Districts::withNumbers,
                () -> rules,
                () -> Mailroom.house(rules),
                new MailServer(MailSettingsForTests.onPort(room.smtpPort()), Optional.empty())
                    .connection(),
                new Gateways(name -> Optional.ofNullable(room.secrets.get(name))),
                this::link,
                clock)
            .start();
  }

  private String link(UUID drill, String person) {
    linked.add(drill);
    return "https://answers.example/" + person;
  }
}
