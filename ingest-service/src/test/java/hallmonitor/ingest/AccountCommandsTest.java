package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.contract.event.AccountCommand.Act;
import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Outcome;
import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.command.AccountControls;
import hallmonitor.ingest.command.CommandTable;
import hallmonitor.messaging.Database;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Commands for an account from the console, with a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "ingest"))
@Execution(ExecutionMode.SAME_THREAD)
@QuarkusTestResource(ConfiguredDistrict.class)
class AccountCommandsTest extends OneAccountTests {
  @Inject DataSource database;

  private List<String> texts() {
    return topics.read(Topic.COMMENTS, CommentSeen.class).stream()
        .filter(c -> c.comment().account().equals(account))
        .map(CommentSeen::text)
        .toList();
  }

  private AccountCommand ask(Act act, String reason) {
    return ask(act, reason, Optional.empty());
  }

  private AccountCommand ask(Act act, String reason, Optional<LocalDate> from) {
    AccountCommand command =
        new AccountCommand(
            UUID.randomUUID(),
            account,
            act,
            from,
            "brandt",
            reason,
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    topics.write(Topic.ACCOUNT_COMMANDS, command.key(), command);
    return command;
  }

  private Outcome outcome(AccountCommand command) {
    untilStatus(
        s -> s.outcomes().stream().anyMatch(o -> o.commandId().equals(command.commandId())));
    return status().outcomes().stream()
        .filter(o -> o.commandId().equals(command.commandId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPausedAccountIsNotReadUntilItIsResumedAndSaysWhoPausedItAndWhy() {
    AccountCommand pause = ask(Act.PAUSE, "The site moves.");
    untilStatus(s -> s.paused().isPresent());
    assertThat(status().paused().orElseThrow())
        .satisfies(
            p -> {
              assertThat(p.by()).isEqualTo("brandt");
              assertThat(p.reason()).isEqualTo("The site moves.");
              assertThat(p.since()).isEqualTo(pause.at());
            });
    site.comment("while it is paused");
    Instant then = Instant.now();
    untilStatus(s -> s.at().isAfter(then.plusSeconds(2)));
    assertThat(texts()).isEmpty();

    ask(Act.RESUME, "");
    untilStatus(s -> s.paused().isEmpty());
    await().until(() -> texts().equals(List.of("while it is paused")));
  }

  @Test
  void whatPeopleOrderIsCarriedOutWhileTheAccountIsPaused() {
    String comment = site.comment("nasty");
    await().until(() -> texts().size() == 1);
    outcome(ask(Act.PAUSE, "No reading now."));
    ActionOrdered hide = hide(comment);
    topics.write(Topic.ACTIONS, hide.comment().key(), hide);
    await()
        .until(
            () ->
                topics.read(Topic.ACTION_RESULTS, ActionResult.class).stream()
                    .anyMatch(r -> r.actionId().equals(hide.actionId())));
    assertThat(site.status(comment)).isEqualTo("hold");
  }

  private ActionOrdered hide(String comment) {
    return new ActionOrdered(
        UUID.nameUUIDFromBytes((account + comment).getBytes()),
        UUID.randomUUID(),
        new CommentRef("wordpress", account, comment),
        PlatformAction.HIDE,
        "1.1",
        "policy",
        "model",
        "novak",
        "It breaks the policy.",
        Instant.now());
  }

  @Test
  void aHaltedAccountIsNotActedOnUntilItIsResumed() {
    String comment = site.comment("nasty");
    await().until(() -> texts().size() == 1);
    outcome(ask(Act.HALT, "The platform is under attack."));
    untilStatus(s -> s.paused().filter(AccountStatus.Paused::acts).isPresent());
    topics.write(Topic.ACTIONS, hide(comment).comment().key(), hide(comment));
    untilStatus(s -> s.pendingActions() == 1);
    Instant then = Instant.now();
    untilStatus(s -> s.at().isAfter(then.plusSeconds(7)));
    assertThat(site.status(comment)).isEqualTo("approved");

    ask(Act.RESUME, "");

    await().until(() -> site.status(comment).equals("hold"));
    untilStatus(s -> s.paused().isEmpty());
  }

  @Test
  void aPauseHoldsForAnyoneWhoReadsTheAccountNext() throws IOException {
    outcome(ask(Act.PAUSE, "For a while."));
    district(ConfiguredDistrict.EMPTY);
    await()
        .until(
            () ->
                topics.records(Topic.ACCOUNT_STATUS.topicName()).stream()
                    .anyMatch(r -> new String(r.key()).equals(account) && r.value() == null));
    site.comment("unread");
    district(ConfiguredDistrict.with(account, site.url(), "present"));
    Instant then = Instant.now();
    untilStatus(s -> s.at().isAfter(then.plusSeconds(2)));

    assertThat(status().paused()).isPresent();
    assertThat(texts()).isEmpty();
    assertThat(
            new AccountControls(new CommandTable(Database.of(database)))
                .of(account)
                .wish()
                .paused())
        .as("what another process reads at its start")
        .isTrue();
  }

  @Test
  void aCommandThatIsDeliveredAgainChangesNothing() {
    AccountCommand pause = ask(Act.PAUSE, "The site moves.");
    outcome(pause);
    outcome(ask(Act.RESUME, ""));

    topics.write(Topic.ACCOUNT_COMMANDS, pause.key(), pause);
    AccountCommand after = ask(Act.CHECK, "");

    assertThat(outcome(after).good()).isTrue();
    assertThat(status().paused()).isEmpty();
  }

  @Test
  void aGoodCredentialIsSaidToBeGood() {
    Outcome outcome = outcome(ask(Act.CHECK, ""));

    assertThat(outcome.good()).isTrue();
    assertThat(outcome.by()).isEqualTo("brandt");
    assertThat(outcome.sentence()).contains(site.url(), "may moderate comments");
  }

  @Test
  void aCredentialThatIsMissingIsSaidToBeMissingWithWhatToDo() throws IOException {
    district(ConfiguredDistrict.with(account, site.url(), "absent-" + account));
    untilStatus(s -> s.state() == AccountStatus.State.SIGNED_OUT);

    Outcome outcome = outcome(ask(Act.CHECK, ""));

    assertThat(outcome.good()).isFalse();
    assertThat(outcome.sentence()).contains("absent-" + account, "put it into the file");
  }

  @Test
  void theHistoryIsReadWhenSomebodyAsksAndTellsHowFarItHasCome() {
    LocalDate from = LocalDate.parse("2026-01-01");
    outcome(ask(Act.START_BACKFILL, "", Optional.of(from)));

    untilStatus(s -> s.backfill().map(AccountStatus.Backfill::finished).orElse(false));
    assertThat(status().backfill().orElseThrow().from()).contains(from);
    assertThat(status().backfill().orElseThrow().stopped()).isFalse();
  }

  @Test
  void aCommandThatCannotBeReadHoldsUpNobody() {
    topics.writeBytes(Topic.ACCOUNT_COMMANDS, account, "{no command".getBytes());

    assertThat(outcome(ask(Act.CHECK, "")).good()).isTrue();
    assertThat(topics.count(Topic.ACCOUNT_COMMANDS.deadLetters())).isPositive();
  }
}
