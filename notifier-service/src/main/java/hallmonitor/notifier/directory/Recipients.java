package hallmonitor.notifier.directory;

import java.util.List;

/**
 * Who is told.
 *
 * @param told each person once; empty if no one at all can be notified
 * @param gaps the requested roles that no one holds
 */
public record Recipients(List<NoticeRecipient> told, List<Gap> gaps) {
  /**
   * An unfilled role.
   *
   * @param role as requested
   * @param insteadOf who is notified instead; empty if no one is
   */
  public record Gap(String role, List<NoticeRecipient> insteadOf) {
    public Gap {
      insteadOf = List.copyOf(insteadOf);
    }
  }

  public Recipients {
    told = List.copyOf(told);
    gaps = List.copyOf(gaps);
  }
}
