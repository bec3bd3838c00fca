package hallmonitor.notifier.evidence.sealing;

import static hallmonitor.notifier.evidence.LedgerRoom.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.notifier.evidence.LedgerRoom;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update evidence_ledger set kind = 'x'",
        "update evidence_ledger set hash = hash where false",
        "delete from evidence_ledger",
        "truncate evidence_ledger",
        "insert into evidence_ledger select * from evidence_ledger"
            + " on conflict (sequence) do update set kind = 'x'",
        "update evidence_blob set content = ''",
        "delete from evidence_blob",
        "truncate evidence_blob"
      })
  void withoutAKeeperTheTriggersRefuse(String change) {
    LedgerRoom room = LedgerRoom.withoutKeeper();
    seal(room);

    assertThatThrownBy(() -> run(room.database, change))
        .hasMessageContaining("evidence is append-only");
    assertThat(room.sealed()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update evidence.evidence_ledger set kind = 'x'",
        "delete from evidence.evidence_ledger",
        "truncate evidence.evidence_ledger",
        "drop table evidence.evidence_ledger",
        "alter table evidence.evidence_ledger disable trigger all",
        "drop trigger evidence_ledger_append_only on evidence.evidence_ledger",
        "create or replace function evidence.evidence_refuse() returns trigger language plpgsql"
            + " as $$ begin return null; end $$",
        "drop schema evidence cascade",
        "set role evidence_keeper",
        "alter table evidence.evidence_ledger owner to notifier",
        "set session_replication_role = replica",
        "delete from evidence.evidence_blob"
      })
  void withAKeeperTheServiceCannotEvenTakeTheTriggersAway(String change) {
    LedgerRoom room = LedgerRoom.withKeeper();
    seal(room);

    assertThatThrownBy(() -> run(room.database, change))
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    assertThat(room.sealed()).hasSize(1);
  }

  @Test
  void notEvenTheDatabasesAdministratorChangesItByAccident() {
    LedgerRoom room = LedgerRoom.withKeeper();
    seal(room);

    assertThatThrownBy(() -> run(room.administrator, "delete from evidence.evidence_ledger"))
        .hasMessageContaining("evidence is append-only");
  }

  @Test
  void aDatabaseWithoutAKeeperWorksAndSaysWhatToDo() {
    LedgerRoom room = LedgerRoom.withoutKeeper();
    seal(room);

    assertThat(room.database.withHandle(Ledger::keeperMissing))
        .hasValueSatisfying(w -> assertThat(w).contains("deploy/evidence keeper-sql | psql"));
  }

  @Test
  void aKeeperGivenLaterTakesTheRecordsOverAndTheChainGoesOn() {
    LedgerRoom room = LedgerRoom.withoutKeeper();
    seal(room);
    room.giveKeeper();
    room.giveKeeper();
    Ledger.prepare(room.database);
    seal(room);

    assertThat(room.database.withHandle(Ledger::keeperMissing)).isEmpty();
    assertThat(room.sealed()).extracting(SealedRecord::sequence).containsExactly(1L, 2L);
    assertThatThrownBy(() -> run(room.database, "delete from evidence.evidence_ledger"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> run(room.administrator, "delete from evidence.evidence_ledger"))
        .hasMessageContaining("evidence is append-only");
  }

  private static void run(Jdbi database, String change) {
    database.useHandle(h -> h.execute(change));
  }

  private static void seal(LedgerRoom room) {
    room.add(anEntry(1));
    new Sealer(
            room.database,
            new SystemClock(InstantSource.system()),
            "capture",
            new Sealer.AfterSeal() {
              @Override
              public void sealed(Handle transaction, SealedRecord.Matter matter) {}

              @Override
              public void committed(int records) {}
            })
        .sealSome();
  }
}
