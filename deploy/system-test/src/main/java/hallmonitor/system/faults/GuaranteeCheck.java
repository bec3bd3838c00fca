package hallmonitor.system.faults;

import static java.util.stream.Collectors.toMap;

import hallmonitor.system.ScratchStack;
import hallmonitor.system.ServiceTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what must hold of the whole, beside what must hold of each comment and escalation. */
final class GuaranteeCheck {
  private static final Map<String, String> NOTHING_OF =
      Map.of(
          "comments have two cases",
          "select count(*) - count(distinct comment_id) from review_case",
          "escalated cases of danger of which nobody was told",
          Rest.NOBODY_TOLD,
          "dead letters are no poison",
          """
          select count(*) from dead_letter
          where key is null or convert_from(key, 'UTF8') not like 'poison-%'
          """);

  private final ScratchStack stack;
  private final ServiceTables archive;
  private final ServiceTables notices;
  private final Set<String> poisoned;

  /**
   * Creates a check.
   *
   * @param poisoned keys of the records in the broker that no reader can read
   */
  GuaranteeCheck(ScratchStack stack, Set<String> poisoned) {
    this.stack = stack;
    this.archive = stack.archive();
    this.notices = stack.notices();
    this.poisoned = poisoned;
  }

  /** Returns one sentence for each broken promise. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    NOTHING_OF.forEach((what, query) -> say(broken, archive.count(query), what));
    say(broken, poisonLeft(), "records with poison are in no one's hands");
    EvidenceProgram.objection(stack.stack().settings().data())
        .ifPresent(said -> broken.add("the ledger does not prove itself: " + said));
    say(broken, copies().unexplained(), "mails arrived more often than the record explains");
    return broken;
  }

  /** Returns whether each record with poison is where a person sees it. */
  boolean poisonIsSetAside() {
    return poisonLeft() == 0;
  }

  private long poisonLeft() {
    Set<String> left = new HashSet<>(poisoned);
    left.removeAll(
        archive.texts(
            "select convert_from(key, 'UTF8') from dead_letter where convert_from(key, 'UTF8') like 'poison-%'"));
    return left.size();
  }

  /**
   * Reads the mailbox first: later mails are not counted, no matter what is recorded in the
   * meantime.
   */
  private Copies copies() {
    List<String> arrived = Mails.in(stack.stack().settings().data().resolve("mailbox"));
    return new Copies(
        arrived,
        Set.copyOf(notices.texts("select notice_id::text from notice")),
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
    return ("%d comments, %d cases, %d escalated, %d sealed, %d orders, %d decisions of people, %d hides"
            + " before their seal, %d mails of which %d a second time, %d records with poison")
        .formatted(
            archive.count("select count(*) from comment"),
            archive.count("select count(*) from review_case"),
            archive.count("select count(*) from review_case where outcome = 'escalate'"),
            archive.count("select count(*) from evidence_seal"),
            archive.count("select count(*) from ordered_action"),
            archive.count(
                "select count(*) from audit where act in ('confirm', 'restore', 'hide', 'dismiss', 'undo')"),
            archive.count("select count(*) from case_event where kind = 'hidden-before-seal'"),
            copies.arrived().size(),
            copies.again(),
            poisoned.size());
  }

  private static void say(List<String> broken, long count, String what) {
    if (count != 0) {
      broken.add(count + " " + what);
    }
  }
}
