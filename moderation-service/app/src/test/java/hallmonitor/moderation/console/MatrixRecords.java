package hallmonitor.moderation.console;

import hallmonitor.moderation.console.register.RegisterSeed;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.RecordsSeed;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Records of a building: a hold with the proposal to lift it, a waiting disposal and a finished
 * one.
 */
final class MatrixRecords {
  /** The comment that the request found. */
  static final String ITEM = "x";

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
        .replace(
            "/evidence/verifications/{order}",
            "/evidence/verifications/" + id("verification", caseId))
        // Nobody has one.
        .replace("/search/exports/{id}", "/search/exports/" + id("export", caseId))
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

  /**
   * Adds a request for records, which belongs to the whole district, with an item of an account.
   */
  void request(UUID id, String account) {
    EmptyTables.empty(database, "records_request");
    database.write(
        h -> {
          h.execute(
              """
                insert into records_request (request_id, year, position, code, way, requester, contact, words, language,
                  commercial, arrived_at, received_on, statute, first_due, due, fixed)
                values (?, 2026, 1, '000000000000', 'mail', 'Dana', 'x', 'x', 'en', false, now(), current_date,
                  'illinois', current_date + 7, current_date + 7, false)
                """,
              id);
          h.execute(
              """
              insert into records_request_search (search_id, request_id, query, run_by, state)
              values (?, ?, 'q=x', 'lopez', 'done')
              """,
              id,
              id);
          return h.execute(
              """
              insert into records_request_item (item_no, request_id, search_id, account, item_id, kind, revision, seen_at,
                text_hash)
              overriding system value values (1, ?, ?, ?, ?, 'comment', '1', now(), 'x')
              """,
              id,
              id,
              account,
              ITEM);
        });
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
          h.execute(
              """
              insert into evidence_verification (order_id, asked_by, answer, answered_at)
              values (?, 'lopez', ?::jsonb, now())
              """,
              id("verification", caseId),
              """
              {"type": "LedgerVerified", "orderId": "%s", "records": 1, "checkpoints": 1, "unsigned": 0, "keys": [],
               "problems": [], "at": "2026-01-05T12:00:00Z"}
              """
                  .formatted(id("verification", caseId)));
          h.execute(
              """
              insert into evidence_package (order_id, case_id, purpose, words, asked_by, key)
              values (?, ?, 'police', ?, 'lopez', 'x')
              """,
              caseId,
              caseId,
              MatrixSeed.words(building));
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
