package hallmonitor.system.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import hallmonitor.system.faults.Mails.Mail;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The copies of mails that arrived. A mail may arrive again, with its Message-ID, when nobody could
 * know how an attempt to send it ended; and for no other reason.
 *
 * @param arrived one for each copy
 * @param sent ids of the notices that are noted as sent
 * @param unknown to a mail's id, how many attempts there were of which nobody knows how they ended
 */
record Copies(List<Mail> arrived, Set<String> sent, Map<String, Long> unknown) {
  /** Copies beyond the first of each mail. */
  long again() {
    return arrived.size() - new HashSet<>(arrived).size();
  }

  /** Copies beyond what was noted: one where it was sent, and one for each unknown attempt. */
  long unexplained() {
    return arrived.stream().collect(groupingBy(mail -> mail, counting())).entrySet().stream()
        .mapToLong(copies -> Math.max(0, copies.getValue() - explained(copies.getKey())))
        .sum();
  }

  /** A digest's notices are not looked up: its id is made of all of theirs. */
  private long explained(Mail mail) {
    long noted = mail.digest() || sent.contains(mail.id()) ? 1 : 0;
    return noted + unknown.getOrDefault(mail.id(), 0L);
  }
}
