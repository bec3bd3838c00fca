package hallmonitor.system;

import static hallmonitor.system.TwoModerators.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Checks that, after several people worked through one queue, each case was decided once and by one
 * of them, and that the archive, the orders, the audit log and the platform agree.
 *
 * @param open the comment of each case that was open before, by case id
 */
record DecidedOnce(TwoModerators two, Map<String, String> open) {
  private static final String AUDITED =
      """
      select substr(target, 6) || ' ' || u.display_name || ' ' || act from audit
        join console_user u on u.user_name = actor where act in ('confirm', 'restore', 'hide', 'dismiss')
      """;
  private static final String TOLD =
      """
      select case_id || ' ' || u.display_name || ' ' || kind from case_event
        join console_user u on u.user_name = actor
       where kind in ('confirmed', 'restore-ordered', 'hide-ordered', 'dismissed')
      """;
  private static final String ORDERED =
      """
      select case_id || ' ' || u.display_name || ' ' || action from ordered_action
        join console_user u on u.user_name = ordered_by
      """;

  static DecidedOnce from(TwoModerators two) {
    Map<String, String> open = new TreeMap<>();
    two.stack
        .archive()
        .rows(
            "select case_id::text as case, comment_id as comment from review_case where state ="
                + " 'open'")
        .forEach(row -> open.put((String) row.get("case"), (String) row.get("comment")));
    return new DecidedOnce(two, open);
  }

  void check(List<Worked> worked) {
    Map<String, String> decided = new TreeMap<>();
    for (Worked one : worked) {
      one.decided()
          .forEach((id, key) -> decided.merge(id, one.name() + " " + key, (a, b) -> a + ", " + b));
      assertThat(one.late())
          .as("what %s was told who came second", one.name())
          .allMatch(said -> said.isEmpty() || said.contains(" decided this first. "));
    }
    assertThat(decided.keySet())
        .as("each case is decided, save those that both leave")
        .containsExactlyInAnyOrderElementsOf(
            open.keySet().stream().filter(id -> !Worked.leaves(id)).toList());
    says(AUDITED, decided, Map.of("c", "confirm", "r", "restore", "h", "hide", "d", "dismiss"));
    says(
        TOLD,
        decided,
        Map.of("c", "confirmed", "r", "restore-ordered", "h", "hide-ordered", "d", "dismissed"));
    says(ORDERED, decided, Map.of("r", "restore", "h", "hide"));
    decided.forEach(this::isSoOnThePlatform);
  }

  /** Checks a query's results. A key without an expected word must have no entry. */
  private void says(String query, Map<String, String> decided, Map<String, String> words) {
    UnaryOperator<String> key = decision -> decision.substring(decision.lastIndexOf(' ') + 1);
    assertThat(two.texts(query).stream().filter(row -> open.containsKey(row.split(" ")[0])))
        .as(query)
        .containsExactlyInAnyOrderElementsOf(
            decided.entrySet().stream()
                .filter(d -> words.containsKey(key.apply(d.getValue())))
                .map(
                    d ->
                        d.getKey()
                            + " "
                            + d.getValue().replaceAll(".$", words.get(key.apply(d.getValue()))))
                .toList());
  }

  private void isSoOnThePlatform(String caseId, String decision) {
    boolean visible = decision.endsWith(" r") || decision.endsWith(" d");
    int comment = Integer.parseInt(open.get(caseId));
    eventually(
        () -> assertThat(two.stack.practice().shows(comment)).as(decision).isEqualTo(visible));
  }
}
