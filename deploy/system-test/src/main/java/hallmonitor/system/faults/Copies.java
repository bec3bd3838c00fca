package hallmonitor.system.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The copies of received mails. A mail may only arrive again, with its Message-ID, if the outcome
 * of an attempt to send it was unknown.
 *
 * @param arrived the mail id of each copy
 * @param notices ids of all notices, sent or not; the id of a mail with one notice is the notice's
 * @param sent ids of the notices recorded as sent
 * @param unknown number of attempts with unknown outcome, by mail id
 */
record Copies(
    List<String> arrived, Set<String> notices, Set<String> sent, Map<String, Long> unknown) {
  /** Returns the number of copies beyond the first of each mail. */
  long again() {
    return (long) arrived.size() - new HashSet<>(arrived).size();
  }

  /**
   * Returns the number of copies beyond the recorded ones: one if it was sent, and one for each
   * unknown attempt.
   */
  long unexplained() {
    return arrived.stream().collect(groupingBy(mail -> mail, counting())).entrySet().stream()
        .mapToLong(copies -> Math.max(0, copies.getValue() - explained(copies.getKey())))
        .sum();
  }

  /** What combines several notices is not looked up: its id is derived from all of theirs. */
  private long explained(String mail) {
    long noted = sent.contains(mail) || !notices.contains(mail) ? 1 : 0;
    return noted + unknown.getOrDefault(mail, 0L);
  }
}
