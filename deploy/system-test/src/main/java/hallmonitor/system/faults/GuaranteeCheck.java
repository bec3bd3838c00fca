package hallmonitor.system.faults;

import static java.util.stream.Collectors.toMap;

import hallmonitor.system.ScratchStack;
import hallmonitor.system.ServiceTables;
import hallmonitor.system.faults.Mails.Mail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what must hold after everything has come to rest, no matter what was killed. */
final class GuaranteeCheck {
  private static final String ESCALATED =
      "select count(*) from review_case c where outcome = 'escalate'";

  private static final String NOT_SEALED =
      ESCALATED + " and not exists (select 1 from evidence_seal s where s.case_id = c.case_id)";

  private static final String NOBODY_TOLD =
      ESCALATED
          + """
           and urgency = 'immediate' and not exists (
            select 1 from case_event e where e.case_id = c.case_id and kind = 'notice-sent')
          """;

  private static final Map<String, String> NOTHING_OF =
      ordered(
          "comments with two cases",
          "select count(*) - count(distinct comment_id) from review_case",
          "escalated cases without a seal",
          NOT_SEALED,
          "escalated cases that were hidden before their seal, and not marked so",
          ESCALATED
              + """
               and exists (
                select 1 from case_event h
                where h.case_id = c.case_id and h.kind = 'hidden' and not exists (
                  select 1 from case_event s
                  where s.case_id = c.case_id
                    and s.kind in ('evidence-sealed', 'hidden-before-seal') and s.id < h.id))
              """,
          "escalated cases of danger of which nobody was told",
          NOBODY_TOLD,
          "cases with two hides ordered for one verdict",
          """
          select count(*) from (
            select case_id from ordered_action where action = 'hide' and state <> 'cancelled'
            group by case_id having count(*) > 1) twice
          """,
          "cases hidden twice",
          """
          select count(*) from (
            select case_id from case_event where kind = 'hidden'
            group by case_id having count(*) > 1) twice
          """,
          "orders that were not carried out",
          "select count(*) from ordered_action where state not in ('taken', 'cancelled')",
          "dead letters",
          "select count(*) from dead_letter");

  private final ScratchStack stack;
  private final ServiceTables archive;
  private final ServiceTables notices;

  GuaranteeCheck(ScratchStack stack) {
    this.stack = stack;
    this.archive = stack.archive();
    this.notices = stack.notices();
  }

  /** Returns whether no work is in progress. */
  boolean atRest() {
    try {
      // In this order: a second look may find what is to be ordered, sealed and told.
      return lost() == 0
          && archive.count("select count(*) from second_look") == 0
          && archive.count("select count(*) from outbox") == 0
          && archive.count(
                  "select count(*) from ordered_action where state in ('held', 'ordered', 'retrying')")
              == 0
          && notices.count("select count(*) from outbox") == 0
          && notices.count("select count(*) from notice where state = 'queued' and due_at <= now()")
              == 0
          && archive.count(NOT_SEALED) == 0
          && archive.count(NOBODY_TOLD) == 0;
    } catch (RuntimeException e) {
      return false; // the database may still be starting
    }
  }

  /** Returns one sentence for each broken promise. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    say(broken, lost(), "comments that were written and are not in the archive");
    NOTHING_OF.forEach((what, query) -> say(broken, archive.count(query), what));
    LedgerCheck.objection(stack.stack().settings().data())
        .ifPresent(said -> broken.add("the ledger does not prove itself: " + said));
    say(broken, copies().unexplained(), "mails that arrived more often than the record explains");
    return broken;
  }

  private long lost() {
    return stack.practice().streamProgress().path("posted").asLong()
        - archive.count("select count(*) from comment");
  }

  /**
   * Reads the mailbox first: later mails are not counted, no matter what is recorded in the
   * meantime.
   */
  private Copies copies() {
    List<Mail> arrived = Mails.in(stack.stack().settings().data().resolve("mailbox"));
    return new Copies(
        arrived,
        Set.copyOf(notices.texts("select notice_id::text from notice where state = 'sent'")),
        notices
            .rows(
                """
                select mail_id::text as mail, count(distinct attempt_id) as attempts
                from notice_attempt group by mail_id
                """)
            .stream()
            .collect(toMap(row -> (String) row.get("mail"), row -> (Long) row.get("attempts"))));
  }

  /** Returns one line with the amount of work checked. */
  String figures() {
    Copies copies = copies();
    return ("%d comments, %d escalated, %d sealed, %d hidden of which %d before their seal, %d mails"
            + " of which %d a second time")
        .formatted(
            archive.count("select count(*) from comment"),
            archive.count(ESCALATED),
            archive.count("select count(*) from evidence_seal"),
            archive.count("select count(*) from review_case where action_state = 'hidden'"),
            archive.count("select count(*) from case_event where kind = 'hidden-before-seal'"),
            copies.arrived().size(),
            copies.again());
  }

  private static void say(List<String> broken, long count, String what) {
    if (count != 0) {
      broken.add(count + " " + what);
    }
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
