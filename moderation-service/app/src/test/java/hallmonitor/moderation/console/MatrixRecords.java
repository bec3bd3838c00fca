package hallmonitor.moderation.console;

import hallmonitor.moderation.console.register.RegisterSeed;
import hallmonitor.moderation.console.seed.RecordsSeed;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Records of a building: a hold with the proposal to lift it, a waiting disposal and a finished
 * one.
 */
final class MatrixRecords {
  private final ConsoleDatabase database;

  MatrixRecords(ConsoleDatabase database) {
    this.database = database;
  }

  void nothing() {
    new RecordsSeed(database).nothing();
    new RegisterSeed(database).nothing();
  }

  /** Fills the parameters of a path other than the case. */
  static String at(String path, UUID caseId) {
    return path.replace(
            "/records/holds/{id}/lifting/{proposal}",
            "/records/holds/" + id("hold", caseId) + "/lifting/" + id("lifting", caseId))
        .replace("/records/holds/{id}", "/records/holds/" + id("free hold", caseId))
        .replace(
            "/records/disposals/{id}/certificate",
            "/records/disposals/" + id("done", caseId) + "/certificate")
        .replace("/records/disposals/{id}", "/records/disposals/" + id("disposal", caseId))
        .replace("/register/{id}/records", "/register/" + id("entry", caseId) + "/records")
        .replace("/register/{id}/holders", "/register/" + id("entry", caseId) + "/holders")
        .replace("/holders/{holder}", "/holders/" + holder(caseId))
        .replace("/register/{id}/details", "/register/" + id("entry", caseId) + "/details")
        .replace("/register/{id}", "/register/" + id("request", caseId));
  }

  /** Returns the address of the registered account where one has that of the requested. */
  static String registered(String address, UUID caseId) {
    return address.replace(id("request", caseId).toString(), id("entry", caseId).toString());
  }

  /** A number that belongs to one case. */
  private static long holder(UUID caseId) {
    return caseId.getLeastSignificantBits() >>> 1;
  }

  /** A registered account with someone who holds its password, and a requested one. */
  private void register(UUID caseId, String building, String deputy) {
    RegisterSeed register = new RegisterSeed(database);
    register.entry(id("entry", caseId), building, "registered", MatrixSeed.words(building));
    register.entry(id("request", caseId), building, "requested", MatrixSeed.words(building));
    database.write(
        h -> {
          h.execute(
              "update register_entry set deputy = ? where entry_id in (?, ?)",
              deputy,
              id("entry", caseId),
              id("request", caseId));
          return h.execute(
              """
                insert into register_holder (holder_id, entry_id, person, since) overriding system value
                values (?, ?, 'okafor', '2025-01-01')
                """,
              holder(caseId),
              id("entry", caseId));
        });
  }

  /** Registers a connected account. */
  void inCharge(String account, String administrator) {
    database.write(
        h ->
            h.execute(
                """
                insert into register_entry (entry_id, account, name, platform, kind, building, administrator, state)
                values (?, ?, ?, 'wordpress', 'school', 'maple-high', ?, 'registered')
                """,
                UUID.randomUUID(),
                account,
                account,
                administrator));
  }

  void hang(UUID caseId, String building, String deputy) {
    register(caseId, building, deputy);
    database.write(
        h -> {
          for (String hold : new String[] {"hold", "free hold"}) {
            h.execute(
                """
                insert into record_hold (hold_id, covers, case_id, building, matter, reason, placed_by)
                values (?, 'case', ?, ?, ?, 'Counsel asked.', 'lopez')
                """,
                id(hold, caseId),
                caseId,
                building,
                MatrixSeed.words(building));
          }
          propose(h, "lifting", "lift-hold", id("hold", caseId), building, caseId);
          propose(h, "disposal", "dispose-records", id("disposal", caseId), building, caseId);
          propose(h, "done", "dispose-records", id("done", caseId), building, caseId);
          h.execute(
              "update proposal set state = 'approved', answered_by = 'brandt', answered_at = now()"
                  + " where proposal_id = ?",
              id("done", caseId));
          for (String disposal : new String[] {"disposal", "done"}) {
            h.execute(
                """
                insert into disposal (disposal_id, kind, building, accounts, before_day, before, zone, approval,
                  proposer_name)
                values (?, 'decided-cases', ?, '{practice}', '2010-01-01', '2010-01-01', 'UTC', 'LRC 1', 'lopez')
                """,
                id(disposal, caseId),
                building);
          }
          return h.execute(
              """
              update disposal set approved_by = 'brandt', approved_at = now(), ended_at = now(),
                certificate_sha256 = 'ab', certificate_head = 'x'
              where disposal_id = ?
              """,
              id("done", caseId));
        });
  }

  private static void propose(
      Handle h, String name, String kind, UUID subject, String building, UUID caseId) {
    h.execute(
        """
        insert into proposal (proposal_id, kind, subject, proposed_by, reason, terms, proposed_at, expires_at)
        values (?, ?, ?, 'lopez', 'It is time.', jsonb_build_object('building', ?::text), now(),
          now() + interval '9 days')
        """,
        name.equals("lifting") ? id(name, caseId) : subject,
        kind,
        subject.toString(),
        building);
  }

  private static UUID id(String of, UUID caseId) {
    return UUID.nameUUIDFromBytes((of + caseId).getBytes(StandardCharsets.UTF_8));
  }
}
