package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.Topic;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.ingest.command.AccountControls;
import hallmonitor.ingest.command.CommandTable;
import hallmonitor.ingest.polling.ReadingRequest;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.ReadPositions;
import hallmonitor.testparts.Parts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostCheckpointsTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final String TOPIC = Topic.INGEST_CHECKPOINTS.topicName();

  private final Jdbi database = Database.of(Parts.shared().dataSource(DatabaseRole.INGEST));
  private final ReadPositions positions =
      new ReadPositions(database, Map.of("bootstrap.servers", Parts.shared().bootstrapServers()));
  private final String purpose = "checkpoints-" + UUID.randomUUID();
  private final String account = "account-" + UUID.randomUUID();
  private final CommandTable commands = new CommandTable(database);
  private final LostCheckpoints checkpoints = new LostCheckpoints(positions, commands, purpose);

  @BeforeEach
  void migrate() {
    Flyway.configure()
        .dataSource(Parts.shared().dataSource(DatabaseRole.INGEST))
        .defaultSchema("ingest")
        .createSchemas(false)
        .load()
        .migrate();
  }

  private void look() throws Exception {
    checkpoints.look(List.of(account), NOON);
  }

  private ReadingRequest asked() {
    return new AccountControls(commands).of(account).wish();
  }

  @Test
  void theFirstStartOrdersNothing() throws Exception {
    look();
    look();
    assertThat(asked()).isEqualTo(ReadingRequest.NONE);
    assertThat(checkpoints.alarm()).isEmpty();
  }

  @Test
  void afterALossEachAccountIsReadAgainSixtyDaysBack() throws Exception {
    positions.noteId(purpose, TOPIC, "the topic of a broker that is gone");

    look();

    assertThat(asked().backfillFrom()).contains(LocalDate.parse("2026-10-01"));
    assertThat(checkpoints.alarm())
        .hasValueSatisfying(
            words -> assertThat(words).contains("all accounts are read again from 2026-10-01 on"));
  }

  @Test
  void oneLossIsAnsweredOnceThoughTwoInstancesSeeIt() throws Exception {
    positions.noteId(purpose, TOPIC, "the topic of a broker that is gone");
    look();
    positions.noteId(purpose, TOPIC, "the topic of a broker that is gone");
    new LostCheckpoints(positions, commands, purpose).look(List.of(account), NOON);

    Long orders =
        database.withHandle(
            h ->
                h.createQuery("select count(*) from account_command where account = :account")
                    .bind("account", account)
                    .mapTo(Long.class)
                    .one());
    assertThat(orders).isEqualTo(1);
    assertThat(positions.notedId(purpose, TOPIC)).isEqualTo(Optional.of(idNow()));
  }

  private String idNow() throws Exception {
    return String.valueOf(positions.topicIds(java.util.Set.of(TOPIC)).get(TOPIC));
  }
}
