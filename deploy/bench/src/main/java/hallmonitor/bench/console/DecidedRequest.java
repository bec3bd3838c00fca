package hallmonitor.bench.console;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A request for records with an item for each archived comment, all decided. */
final class DecidedRequest {
  private static final List<String> REQUEST =
      List.of(
          """
          insert into records_request (request_id, year, position, code, way, requester, contact, words, language,
            commercial, arrived_at, received_on, statute, first_due, due, fixed, state)
          values (:request, extract(year from now())::int, 99999, 'bench', 'email', 'Dana Reyes', 'dana@example.org',
            'All comments', 'en', false, now(), current_date, 'il', current_date + 5, current_date + 5, false, 'in-review')
          """,
          """
          insert into records_request_search (search_id, request_id, query, run_by, state, ended_at)
          values (:request, :request, 'q=all', 'bench', 'done', now())
          """,
          """
          insert into records_request_ground (exemption, source, address, english, spanish)
          values ('bench', 'Example Act 1', '', 'Private information', 'Información privada')
          """,
          """
          insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at, text_hash,
            state, exemption, ground_no, redactions, decided_by, decided_at)
          select :request, :request, c.account, c.comment_id, 'comment', c.latest_revision, c.first_seen_at,
            encode(sha256(convert_to(c.latest_text, 'UTF8')), 'hex'), d.state,
            case d.state when 'withhold' then 'bench' else '' end,
            case d.state when 'withhold' then (select max(ground_no) from records_request_ground) end,
            case d.state when 'redact' then 1 else 0 end, 'bench', now()
          from comment c, lateral (
            select case hashtext(c.comment_id) % 20 when 0 then 'withhold' when 1 then 'redact' else 'release' end as state) d
          where c.account like 'old-%'
          order by c.first_seen_at
          """,
          """
          insert into records_request_redaction (item_no, part, from_at, to_at, text_hash, state, ground_no, answered_by)
          select i.item_no, 'text', 0, length(c.latest_text), i.text_hash, 'confirmed',
            (select max(ground_no) from records_request_ground), 'bench'
          from records_request_item i join comment c on c.account = i.account and c.comment_id = i.item_id
          where i.request_id = :request and i.state = 'redact'
          """);

  /** The letter names what is withheld, as that of a district does. */
  private static final String ANSWER =
      """
      insert into records_answer (answer_id, request_id, letter, decisions, asked_by, items)
      values (:answer, :request, 'Dear Dana Reyes.' || coalesce((
          select E'\n\nWithheld for privacy: records ' || string_agg(number::text, ', ' order by number)
          from records_request_item where request_id = :request and state = 'withhold'), ''),
        records_answer_basis(:request), 'bench',
        (select count(*) from records_request_item where request_id = :request))
      """;

  private DecidedRequest() {}

  /** Adds it, and a package that the service makes; returns the id of the package. */
  static UUID put(Jdbi database) {
    UUID request = UUID.randomUUID();
    UUID answer = UUID.randomUUID();
    database.useTransaction(
        t -> {
          REQUEST.forEach(sql -> execute(t, sql, request));
          t.createUpdate(ANSWER).bind("answer", answer).bind("request", request).execute();
        });
    return answer;
  }

  private static void execute(Handle t, String sql, UUID request) {
    var statement = t.createUpdate(sql);
    if (sql.contains(":request")) {
      statement.bind("request", request);
    }
    statement.execute();
  }
}
