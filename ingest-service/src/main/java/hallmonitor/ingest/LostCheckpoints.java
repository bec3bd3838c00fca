package hallmonitor.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.contract.event.AccountCommand.Act;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.command.CommandTable;
import hallmonitor.messaging.ReadPositions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Notices that the broker lost the checkpoints, and has every account read again as far back as
 * edits are looked for, as after a restore. With the checkpoints went what was published and not
 * yet read: a copy of them would skip that. What is known already changes nothing.
 */
final class LostCheckpoints {
  private static final String TOPIC = Topic.INGEST_CHECKPOINTS.topicName();
  private static final Period BACK = Period.ofDays(60);

  private final ReadPositions positions;
  private final CommandTable commands;
  private final String purpose;

  /**
   * Creates it.
   *
   * @param purpose under which the topic is noted; all instances use the same
   */
  LostCheckpoints(ReadPositions positions, CommandTable commands, String purpose) {
    this.positions = positions;
    this.commands = commands;
    this.purpose = purpose;
  }

  /** Returns what the broker lost in the last minutes, in one sentence; empty if nothing. */
  Optional<String> alarm() {
    return positions.alarm();
  }

  /**
   * Looks, and orders the reading once for each loss.
   *
   * @param accounts that are connected
   */
  void look(Collection<String> accounts, Instant now) throws Exception {
    String id = String.valueOf(positions.topicIds(Set.of(TOPIC)).get(TOPIC));
    Optional<String> before = positions.notedId(purpose, TOPIC);
    if (before.equals(Optional.of(id))) {
      return;
    }
    if (before.isPresent()) {
      LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minus(BACK);
      List<AccountCommand> again =
          accounts.stream().map(account -> readAgain(id, account, from, now)).toList();
      commands.receive(again);
      positions.lost(
          "Kafka lost where reading stood: all accounts are read again from %s on. Check Kafka's log and its disk."
              .formatted(from));
    }
    positions.noteId(purpose, TOPIC, id);
  }

  /** Its id is that of the loss and the account, so that two instances order it once. */
  private static AccountCommand readAgain(
      String loss, String account, LocalDate from, Instant now) {
    return new AccountCommand(
        UUID.nameUUIDFromBytes((loss + "/" + account).getBytes(UTF_8)),
        account,
        Act.START_BACKFILL,
        Optional.of(from),
        "ingest",
        "Kafka lost where reading stood.",
        now);
  }
}
